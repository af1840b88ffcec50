// Reads the release.config.yaml of a workspace. I/O.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemErrorCode, UserFailure } from './failure.js';
import { tellFinding } from './finding.js';
import { configFile } from './workspace.js';
import { parseYaml, validate } from './yaml.js';
const schema = z.strictObject({
    brand: z.string().min(1).optional(),
    lang: z.enum(['fr', 'en']).optional(),
    out: z.string().min(1).default('build'),
    browser: z.string().min(1).optional(),
    recipients: z.strictObject({ map: z.record(z.string(), z.string()).default({}) }).prefault({}),
    pdf: z.strictObject({ standard: z.enum(['ua-1+a-3a', 'ua-1', 'none']).default('ua-1+a-3a') }).prefault({}),
});
/** Reads the configuration of a workspace; without a file, the defaults. A broken one is a UserFailure, never the defaults. */
export async function readConfig(root) {
    const text = await readFile(join(root, configFile), 'utf8').catch((error) => {
        if (systemErrorCode(error) === 'ENOENT')
            return '';
        throw error;
    });
    const { value, findings } = validate(schema, parseYaml(text, configFile, 'config'), 'config');
    if (value === undefined)
        throw brokenConfig(findings);
    return value;
}
function brokenConfig(findings) {
    const tell = (language) => findings.map((finding) => tellFinding(finding, language)).join('\n');
    return new UserFailure({ fr: tell('fr'), en: tell('en') });
}
