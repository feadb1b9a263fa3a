/** The riskiest of the sample, marked as such by a star and by a colour that no level has. The background knows no more of it. */
export const SAMPLE_BADGE = { text: '78%*', ground: '#6a3fa0' } as const;
