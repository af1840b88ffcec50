export const kinds = ['press-release', 'media-advisory', 'statement', 'correction', 'press-kit'];
