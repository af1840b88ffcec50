// The `6^e^` syntax: a micromark construct and its mdast node. Raised text is short and holds no space.

import type { Parent, PhrasingContent } from 'mdast';
import type { Code, Construct, Effects, State } from 'micromark-util-types';
import type { Processor } from 'unified';

export interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    superscript: Superscript;
  }
  interface RootContentMap {
    superscript: Superscript;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript';
    superscriptMark: 'superscriptMark';
    superscriptText: 'superscriptText';
  }
}

const caret = 94;

function tokenize(effects: Effects, ok: State, nok: State): State {
  let length = 0;
  const open: State = (code) => {
    effects.enter('superscript');
    mark(code);
    effects.enter('superscriptText');
    effects.enter('data');
    return inside;
  };
  const inside: State = (code) => {
    if (code === caret && length > 0) {
      effects.exit('data');
      effects.exit('superscriptText');
      mark(code);
      effects.exit('superscript');
      return ok;
    }
    if (code === caret || isSpace(code) || ++length > 20) return nok(code);
    effects.consume(code);
    return inside;
  };
  const mark = (code: Code): void => {
    effects.enter('superscriptMark');
    effects.consume(code);
    effects.exit('superscriptMark');
  };
  return open;
}

/** End of file and line ends (negative codes) count as space. */
const isSpace = (code: Code): boolean => code === null || code <= 32 || code === 0xa0 || code === 0x202f;

const construct: Construct = { name: 'superscript', tokenize };

/** A remark plugin. */
export function remarkSuperscript(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: object[];
    fromMarkdownExtensions?: object[];
  };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text: { [caret]: construct } }];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    {
      enter: {
        superscript(this: { enter: (node: object, token: unknown) => void }, token: unknown) {
          this.enter({ type: 'superscript', children: [] }, token);
        },
      },
      exit: {
        superscript(this: { exit: (token: unknown) => void }, token: unknown) {
          this.exit(token);
        },
      },
    },
  ];
}
