// The `6^e^` syntax: a micromark construct and its mdast node. Raised text is short and holds no space.
const caret = 94;
function tokenize(effects, ok, nok) {
    let length = 0;
    const open = (code) => {
        effects.enter('superscript');
        mark(code);
        effects.enter('superscriptText');
        effects.enter('data');
        return inside;
    };
    const inside = (code) => {
        if (code === caret && length > 0) {
            effects.exit('data');
            effects.exit('superscriptText');
            mark(code);
            effects.exit('superscript');
            return ok;
        }
        if (code === caret || isSpace(code) || ++length > 20)
            return nok(code);
        effects.consume(code);
        return inside;
    };
    const mark = (code) => {
        effects.enter('superscriptMark');
        effects.consume(code);
        effects.exit('superscriptMark');
    };
    return open;
}
/** End of file and line ends (negative codes) count as space. */
const isSpace = (code) => code === null || code <= 32 || code === 0xa0 || code === 0x202f;
const construct = { name: 'superscript', tokenize };
/** A remark plugin. */
export function remarkSuperscript() {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text: { [caret]: construct } }];
    data.fromMarkdownExtensions = [
        ...(data.fromMarkdownExtensions ?? []),
        {
            enter: {
                superscript(token) {
                    this.enter({ type: 'superscript', children: [] }, token);
                },
            },
            exit: {
                superscript(token) {
                    this.exit(token);
                },
            },
        },
    ];
}
