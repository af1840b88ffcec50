// What typeset.ts uses of the untyped package `hyphen`.
declare module 'hyphen/*' {
  const patterns: {
    readonly hyphenateSync: (
      text: string,
      options: { readonly hyphenChar: string; readonly minWordLength: number },
    ) => string;
  };
  // biome-ignore lint/style/noDefaultExport: it is how the package exports.
  export default patterns;
}
