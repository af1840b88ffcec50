export class UserFailure extends Error {
    wording;
    remedy;
    exitCode;
    constructor(wording, options = {}) {
        super(wording.en, { cause: options.cause });
        this.name = 'UserFailure';
        this.wording = wording;
        this.remedy = options.remedy;
        this.exitCode = options.exitCode ?? 2;
    }
}
/** The `code` of a Node system error (`ENOENT`, `EACCES` …), or undefined for anything else. */
export function systemErrorCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
