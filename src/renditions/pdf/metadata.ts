// Who, what, when: XMP (ISO 19005-3, 6.6.2; ISO 14289-1, 7.1) and an information dictionary that says the same.
import type { PdfFacts } from './facts.ts';
import { byteString, dictionaryOf, Stream, textString } from './objects.ts';
import type { Printed } from './printed.ts';

/** The standards that the file claims; null for none. */
export type Claim = Exclude<PdfFacts['standard'], 'none'> | null;

const creator = 'release';

export function writeMetadata({ file, catalog }: Printed, facts: PdfFacts, claim: Claim): void {
  const producer = file.text(file.dictionary(file.trailer.get('Info'))?.get('Producer')) ?? 'Chromium';
  const date = byteString(pdfDate(facts.created));
  const info = dictionaryOf({
    Title: textString(facts.title),
    Author: textString(facts.author),
    Subject: facts.subject === null ? undefined : textString(facts.subject),
    Creator: textString(creator),
    Producer: textString(producer),
    CreationDate: date,
    ModDate: date,
  });
  file.trailer.set('Info', file.add(info));
  const packet = Buffer.from(xmp(facts, claim, producer), 'utf8');
  catalog.set('Metadata', file.add(new Stream(dictionaryOf({ Type: '/Metadata', Subtype: '/XML' }), packet)));
}

/** RFC 3339 → a PDF date (ISO 32000-1, 7.9.4): `D:20201125100000+01'00'`. A day alone stays a day. */
export function pdfDate(created: string): string {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-]\d{2}):(\d{2})))?$/i.exec(
      created,
    );
  if (!parts) throw new Error(`not an RFC 3339 date: ${created}`);
  const [, year, month, day, hour, minute, second, zoneHour, zoneMinute] = parts;
  const zone = zoneHour === undefined ? "+00'00'" : `${zoneHour}'${zoneMinute}'`;
  return hour === undefined
    ? `D:${year}${month}${day}`
    : `D:${year}${month}${day}${hour}${minute}${second}${zone}`;
}

/** The XMP packet. Fractions of a second go, since the information dictionary cannot hold them. */
export function xmp(facts: PdfFacts, claim: Claim, producer: string): string {
  const date = facts.created.replace(/\.\d+/, '').replace(/Z$/i, '+00:00');
  const subject =
    facts.subject === null ? '' : `\n   <dc:description>${alternatives(facts.subject)}</dc:description>`;
  const archive =
    claim === 'ua-1+a-3a'
      ? '\n   <pdfaid:part>3</pdfaid:part>\n   <pdfaid:conformance>A</pdfaid:conformance>'
      : '';
  const accessible = claim === null ? '' : '\n   <pdfuaid:part>1</pdfuaid:part>';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title>${alternatives(facts.title)}</dc:title>
   <dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>${escapeXml(facts.language)}</rdf:li></rdf:Bag></dc:language>${subject}
   <xmp:CreatorTool>${creator}</xmp:CreatorTool>
   <xmp:CreateDate>${date}</xmp:CreateDate>
   <xmp:ModifyDate>${date}</xmp:ModifyDate>
   <xmp:MetadataDate>${date}</xmp:MetadataDate>
   <pdf:Producer>${escapeXml(producer)}</pdf:Producer>${archive}${accessible}
  </rdf:Description>${claim === null ? '' : accessibilitySchema}
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const alternatives = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'));

/** PDF/A knows no `pdfuaid`, so the file explains it (ISO 19005-3, 6.6.2.3). */
const accessibilitySchema = `
  <rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>`;
