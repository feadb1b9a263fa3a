/**
 * The highest sample risk, marked by a star and by a color that no level has. The background uses nothing else of the
 * sample data.
 */
export const SAMPLE_BADGE = { text: '10%*', ground: '#6a3fa0' } as const;
