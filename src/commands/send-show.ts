// Shows a plan before anything happens: who, how many, by what, under which embargo, and what is wrong.
import type { Context } from '../context.ts';
import { findingJson } from '../finding.ts';
import type { Counts } from '../outbox/tally.ts';
import { namesIn, whenIn } from './names.ts';
import { tellBlocking, tellListFindings } from './press-lists.ts';
import type { PlanGround, Planned } from './send-plan.ts';

export function showPlan(context: Context, ground: PlanGround, planned: Planned): void {
  const { plan, findings, listFindings, blocking, waiting } = planned;
  const embargo = ground.texts.editions[0]?.release.embargo ?? null;
  const { queued, languages, regions, contacts, withheld, first } = plan.tally;
  const facts = {
    release: plan.slug,
    brand: ground.brand.id,
    from: ground.brand.email.from,
    transport: plan.transport,
    recipients: queued,
    languages,
    regions,
    contacts,
    withheld,
    waiting,
    embargo: embargo?.instant ?? null,
    notBefore: plan.notBefore === null ? null : new Date(plan.notBefore).toISOString(),
    notAfter: plan.notAfter === null ? null : new Date(plan.notAfter).toISOString(),
    size: Math.max(0, ...plan.variants.map(({ size }) => size)),
    variants: plan.variants.length,
    hash: plan.hash,
  };
  if (context.json) {
    const told = [...findings, ...listFindings].map(findingJson);
    context.stdout.write(`${JSON.stringify({ schema: 1, event: 'plan', ...facts, findings: told })}\n`);
    return;
  }
  tellListFindings(context, [...findings, ...listFindings]);
  tellBlocking(context, blocking);
  const { words, stdout } = context;
  const told = words.send;
  const names = namesIn(context, planned.gazetteer);
  const list = (counts: Counts, nameOf: (value: string) => string): string =>
    Object.entries(counts)
      .map(([value, count]) => `${value === '' ? words.recipients.unsaid : nameOf(value)} ${count}`)
      .join(' · ');
  const contactName = (ids: string): string =>
    ids
      .split(', ')
      .map((id) => ground.brand.contacts.find((contact) => contact.id === id)?.name ?? id)
      .join(', ');
  const title = ground.texts.editions[0]?.release.title ?? plan.slug;
  const lines: readonly (readonly [string, string])[] = [
    [told.release, `${title} (${plan.slug})`],
    [told.from, `${facts.from} · ${facts.brand}`],
    [told.transport, ground.transport.scheme === 'file' ? told.filed(facts.transport) : facts.transport],
    [told.recipients, String(facts.recipients)],
    [told.languages, list(facts.languages, names.language)],
    [told.regions, list(facts.regions, names.region)],
    [told.contacts, list(facts.contacts, contactName)],
    [told.embargo, embargo === null ? '' : whenIn(context, embargo.instant, embargo.zone)],
    [told.waiting, waiting === 0 ? '' : String(waiting)],
    [told.begins, facts.notBefore === null ? '' : whenIn(context, facts.notBefore, embargo?.zone)],
    [told.withheld, list(facts.withheld, told.reason)],
    [told.size, told.kilobytes(Math.ceil(facts.size / 1000))],
    [
      told.first,
      first.map(({ name, address }) => (name === null ? address : `${name} <${address}>`)).join('\n'),
    ],
  ];
  const shown = lines.filter(([, value]) => value !== '');
  const width = Math.max(...shown.map(([label]) => label.length));
  for (const [label, value] of shown) {
    stdout.write(`${label.padEnd(width)}  ${value.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}\n`);
  }
}
