// The notice under each message: why it came, where the address is from, and how to say no (GDPR articles 14 and 21(4)).

interface Notice {
  /** `{sender}` and `{way}` are filled in. */
  readonly text: string;
  /** `{source}` is what the press list says. */
  readonly source: string;
}

const notices: Readonly<Record<string, Notice>> = {
  fr: {
    text: 'Vous recevez ce message parce que votre adresse professionnelle figure dans nos listes de presse ({sender}), tenues pour informer les journalistes (intérêt légitime). Pour ne plus rien recevoir, ou pour connaître, corriger ou faire effacer vos données\u00a0: {way}. Vous pouvez aussi saisir l’autorité de protection des données (en France, la CNIL).',
    source: 'Source de vos données\u00a0: {source}.',
  },
  en: {
    text: 'You receive this message because your professional address is on our press lists ({sender}), kept to inform journalists (legitimate interest). To receive no more, or to see, correct or erase your data: {way}. You may also complain to the data protection authority (in France, the CNIL).',
    source: 'Source of your data: {source}.',
  },
  es: {
    text: 'Recibe este mensaje porque su dirección profesional figura en nuestras listas de prensa ({sender}), destinadas a informar a los periodistas (interés legítimo). Para no recibir más, o para conocer, corregir o suprimir sus datos: {way}. También puede reclamar ante la autoridad de protección de datos (en Francia, la CNIL).',
    source: 'Origen de sus datos: {source}.',
  },
  de: {
    text: 'Sie erhalten diese Nachricht, weil Ihre berufliche Adresse in unserem Presseverteiler ({sender}) steht, der der Information von Journalistinnen und Journalisten dient (berechtigtes Interesse). Abbestellen, Auskunft, Berichtigung oder Löschung Ihrer Daten: {way}. Sie können sich auch bei der Datenschutzaufsicht beschweren (in Frankreich: CNIL).',
    source: 'Herkunft Ihrer Daten: {source}.',
  },
  it: {
    text: 'Riceve questo messaggio perché il suo indirizzo professionale figura nelle nostre liste stampa ({sender}), tenute per informare i giornalisti (legittimo interesse). Per non riceverne più, o per conoscere, correggere o far cancellare i suoi dati: {way}. Può anche rivolgersi all’autorità per la protezione dei dati (in Francia, la CNIL).',
    source: 'Fonte dei suoi dati: {source}.',
  },
  nl: {
    text: 'U ontvangt dit bericht omdat uw zakelijke adres op onze perslijsten ({sender}) staat, die dienen om journalisten te informeren (gerechtvaardigd belang). Om niets meer te ontvangen, of om uw gegevens in te zien, te verbeteren of te laten wissen: {way}. U kunt ook een klacht indienen bij de gegevensbeschermingsautoriteit (in Frankrijk: de CNIL).',
    source: 'Herkomst van uw gegevens: {source}.',
  },
  pt: {
    text: 'Recebe esta mensagem porque o seu endereço profissional consta das nossas listas de imprensa ({sender}), mantidas para informar os jornalistas (interesse legítimo). Para não receber mais, ou para conhecer, corrigir ou apagar os seus dados: {way}. Pode também apresentar queixa à autoridade de proteção de dados (em França, a CNIL).',
    source: 'Origem dos seus dados: {source}.',
  },
  pl: {
    text: 'Otrzymują Państwo tę wiadomość, ponieważ Państwa adres służbowy znajduje się na naszej liście prasowej ({sender}), prowadzonej w celu informowania dziennikarzy (prawnie uzasadniony interes). Rezygnacja, wgląd, sprostowanie lub usunięcie danych: {way}. Przysługuje też skarga do organu ochrony danych (we Francji: CNIL).',
    source: 'Źródło danych: {source}.',
  },
  ro: {
    text: 'Primiți acest mesaj deoarece adresa dumneavoastră profesională figurează pe listele noastre de presă ({sender}), ținute pentru informarea jurnaliștilor (interes legitim). Pentru a nu mai primi nimic sau pentru a vedea, corecta ori șterge datele dumneavoastră: {way}. Vă puteți adresa și autorității de protecție a datelor (în Franța, CNIL).',
    source: 'Sursa datelor dumneavoastră: {source}.',
  },
  uk: {
    text: 'Ви отримали це повідомлення, бо ваша службова адреса є в нашому списку розсилки для преси ({sender}), який ведеться для інформування журналістів (законний інтерес). Щоб більше не отримувати повідомлень або переглянути, виправити чи видалити свої дані: {way}. Можна також звернутися зі скаргою до органу захисту даних (у Франції — CNIL).',
    source: 'Джерело ваших даних: {source}.',
  },
  hy: {
    text: 'Դուք ստանում եք այս հաղորդագրությունը, քանի որ Ձեր մասնագիտական հասցեն ընդգրկված է մեր մամուլի ցուցակում ({sender}), որը վարվում է լրագրողներին տեղեկացնելու համար (օրինական շահ)։ Այլևս չստանալու, կամ Ձեր տվյալները տեսնելու, ուղղելու կամ ջնջելու համար՝ {way}։ Կարող եք նաև դիմել տվյալների պաշտպանության մարմնին (Ֆրանսիայում՝ CNIL)։',
    source: 'Ձեր տվյալների աղբյուրը՝ {source}։',
  },
  ka: {
    text: 'თქვენ იღებთ ამ შეტყობინებას, რადგან თქვენი სამსახურებრივი მისამართი შეტანილია ჩვენს პრესის სიაში ({sender}), რომელიც ჟურნალისტების ინფორმირებას ემსახურება (ლეგიტიმური ინტერესი). თუ აღარ გსურთ შეტყობინებების მიღება, ან გსურთ თქვენი მონაცემების ნახვა, შესწორება ან წაშლა: {way}. ასევე შეგიძლიათ მიმართოთ მონაცემთა დაცვის ორგანოს (საფრანგეთში — CNIL).',
    source: 'თქვენი მონაცემების წყარო: {source}.',
  },
  az: {
    text: 'Bu mesajı ona görə alırsınız ki, iş ünvanınız jurnalistləri məlumatlandırmaq üçün saxladığımız mətbuat siyahısındadır ({sender}; qanuni maraq). Daha mesaj almamaq, yaxud məlumatlarınızı görmək, düzəltmək və ya sildirmək üçün: {way}. Məlumatların mühafizəsi orqanına da şikayət edə bilərsiniz (Fransada CNIL).',
    source: 'Məlumatlarınızın mənbəyi: {source}.',
  },
  ar: {
    text: 'تصلكم هذه الرسالة لأن عنوانكم المهني مدرج في قوائمنا الصحفية ({sender})، وهي قوائم غايتها إعلام الصحفيين (مصلحة مشروعة). للتوقف عن تلقي الرسائل، أو للاطلاع على بياناتكم أو تصحيحها أو محوها: {way}. ويمكنكم أيضا التظلم لدى هيئة حماية البيانات (في فرنسا: CNIL).',
    source: 'مصدر بياناتكم: {source}.',
  },
};

const entryFor = <T>(table: Readonly<Record<string, T>>, language: string): T | undefined =>
  table[language] ?? table[language.split('-')[0] ?? ''];

/** The brand's own notice, or this one; English for a language that is not known here. */
export function noticeFor(
  language: string,
  sender: string,
  way: string,
  own: Readonly<Record<string, string>>,
): string {
  const text = entryFor(own, language) ?? (entryFor(notices, language) ?? notices.en)?.text ?? '';
  return text.replace('{sender}', () => sender).replace('{way}', () => way);
}

/** « Source de vos données : annuaire. »; nothing where the list does not say. */
export const sourceLine = (language: string, source: string | null): string =>
  source === null
    ? ''
    : ((entryFor(notices, language) ?? notices.en)?.source ?? '').replace('{source}', () => source);
