"""What systems of comments write around comments, as data: each expression is of a whole line, and ignores case.

A system that is not recognised mostly needs one of these: what announces its comments (`CUES`), what one can do with
one of them (`BUTTON`), what stands in its form (`FORM`, `FURNITURE`). Who wrote when is read by `stamps`.
"""

from __future__ import annotations

from guidewright.threads.languages import NUMBER, one_of

# What one can do with a comment, alone on its line or after its stamp; the first that fits counts.
BUTTON = one_of(
    each.strip()
    for each in """
    reply, respond, answer, like, unlike, likes, dislike, share, report, report abuse, report comment, permalink, link, flag, quote,
    upvote, downvote, vote up, vote down, helpful, edit, edited, delete, save, embed, context, parent, prev, next, root,
    thread, expand, collapse, give award, award, track me, pin, author, op, mod, recommend, see more,
    antworten, antwort, zitieren, melden, gefällt mir, teilen, bearbeiten,
    répondre, signaler, j’aime, j'aime, citer, partager,
    responder, me gusta, denunciar, citar, compartir,
    odpowiedz, cytuj, zgłoś, lubię to!?, udostępnij,
    bearbeitet, modifié, editado, edytowano,
    löschen, supprimer, eliminar, borrar, suprimir, usuń,
    reply to this, log in to reply, love, highlight, react, recommend this, report this comment, reply with quote, respect,
    disagree, add message, message poster, antwort schreiben, répondre à ce message, répondre à ce commentaire,
    rispondi, mi piace, segnala, condividi, cita, modifica, elimina,
    reageer, reageren, beantwoorden, antwoorden, citeren, meld misbruik, vind ik leuk, delen, verwijder
    """.split(",")  # noqa: SIM905
)
# How many like it, behind a number.
LIKED = frozenset(
    (
        "people like this",
        "people liked this",
        "personen gefällt das",
        "personnes aiment ça",
        "osób lubi to",
        "persone dicono mi piace",
        "personen vinden dit leuk",
    )
)
# With which one answers a comment.
REPLY = frozenset(
    (
        "reply",
        "antworten",
        "répondre",
        "responder",
        "odpowiedz",
        "respond",
        "odpowiedź",
        "rispondi",
        "reageer",
        "beantwoorden",
    )
)
# What opens and closes the answers to a comment.
FOLD = (
    r"[▼▲▾▴▸►▶+–—-]?\s*(?:collapse|expand|show|hide|view|load|see|read)(?: all| \d+)?(?: more| previous)? (?:repl(?:y|ies)|responses?)(?: \(\d+\))?"
    r"|[▼▲▾▴▸►▶]\s*(?:collapse|expand|show|hide)?\s*\d+ (?:repl(?:y|ies)|responses?|comments?)"
    r"|\d{1,3} repl(?:y|ies)|\d{1,3} antwort(?:en)?(?: anzeigen| ausblenden)?|(?:antworten (?:anzeigen|ausblenden))|(?:voir|afficher|masquer) (?:les )?(?:\d+ )?réponses?"
    r"|(?:ver|mostrar|ocultar) (?:las )?(?:\d+ )?respuestas?|(?:pokaż|ukryj) (?:\d+ )?odpowied\w+"
    r"|(?:mostra|nascondi) (?:le )?(?:\d+ )?rispost[ae]|(?:toon|verberg|bekijk) (?:\d+ )?(?:reacties?|antwoorden)"
)
# The picture of somebody who comments, in words.
PORTRAIT = r".{1,45}['’]s (?:avatar|profile (?:picture|photo))|(?:user |profile )?(?:avatar|gravatar|picture|photo)(?: (?:of|for|von|de|di|van) .{1,45})?|avatar (?:anonimo|utente) di .{1,45}"
# A number, a title that answers or has points, a rank.
HEADS = (
    r"[\W\d_]{1,12}|-?\d{1,5} (?:pts?|points?|votes?)|(?:rated )?\d(?:\.\d)? (?:out )?of 5\b.{0,60}",
    r"(?:re|aw|rép|odp): ?.{1,120}",
    r".{1,120}\(score: ?-?\d.{0,20}\)",
    r"(?:[\w-]+ ){0,2}(?:member|moderator|administrator|mitglied)",
)
# What a forum writes around its posts, the first of which is the article: that one was edited, or is the best answer.
FORUM = (
    r"(?:einmal|zweimal|\d{1,3} mal) editiert, zuletzt von .{2,40}\(\d.{0,140}",
    r"(?:last edited by|zuletzt geändert von|geändert von|dernière modification par|última edición por|ultima modifica di|laatst gewijzigd door)\s.{2,50}\d\d?:\d\d.{0,140}",
    r"ostatnio zmieniony .{2,30}\d\d?:\d\d przez .{2,100}|hilfreichste antwort",
    r".{1,80}\.[a-z]{3,4} \(\d[\d.,]* [kM]i?B, .{0,40}(?:mal heruntergeladen|times downloaded|downloads?|mal betrachtet|viewed \d+ times)\)",
    r"[\U0001f300-\U0001faff] ?\d{1,4} (?:danke|thanks|merci|gracias|dzięki|grazie|bedankt) \d{1,4}",
)
# How many comments, or that they are comments, in each language.
_COUNTS = (
    r"(?:kommentare?|gedanken?|antworten?|leserkommentare|meinungen)(?:\s*\(\d+\)|\s+(?:zu|auf|on)\s.{0,150})?:?",
    r"(?:commentaires?|réflexions?|réponses?|réactions?)(?:\s*\(\d+\)|\s+(?:sur|à|au|pour)\s.{0,150})?\s*:?",
    r"avis(?:\s*\(\d+\)|\s+sur\s.{0,150})\s*:?",  # and a company
    r"(?:comentarios?|pensamientos?|respuestas?|opiniones)(?:\s*\(\d+\)|\s+(?:en|a|sobre)\s.{0,150}|\s¿.{0,80})?:?",
    r"(?:komentarz\w*|myśl|myśli|odpowiedzi|opinie)(?:\s*\(\d+\)|\s+(?:do|na|na temat)\s.{0,150})?:?",
    r"(?:commenti|reacties)(?:\s*\(\d+\))?:?",
)
# What announces comments.
CUES = (
    (
        rf"(?:there (?:are|is) )?{NUMBER}\s+"
        r"(?:\w+\s+)?(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?)(?:\s+(?:so far|(?:to|on|for|about)\b.{0,150}))?:?"
    ),
    r"(?:reader |user |readers['’]? |your |view (?:all )?|show |recent |top |all )?comments(?:\s*[(\[]\d+[)\]]|\s+\d+(?: total)?|\s+\(?closed\)?)?(?:\s+(?:on|to)\s.{0,150})?:?",
    r"(?:leave|post|add|write|submit|make)\s+(?:a|your|the first)\s+(?:comment|reply|response|thought)s?\b(?! in (?:a|my|your|his|her|their)\b).{0,40}",
    rf"\{{ ?{NUMBER} (?:comments?|responses?|trackbacks?).{{0,60}}\}}|all comments(?: \| .{{0,30}})?|here['’]s what (?:our |other )?readers (?:have had to say|are saying) so far\b.{{0,60}}",
    r"[(\[] ?(?:post|leave|add) (?:a )?(?:new )?comment ?[)\]]|(?:newest|oldest|best) first(?: preview| post.{0,40})+|facebook comments(?: plugin)?|member discussion|\d{1,5} notes",
    r"(?:responses|replies|reactions|discussion|trackbacks|comments and reviews)(?:\s*\(\d+\)|\s+to\s.{0,150})?:?",
    r"join the (?:conversation|discussion).{0,20}|what others say|reader interactions|discussion about this post|\d+ comments? so far",
    rf"(?:{NUMBER} (?:» )?)?(?:{'|'.join(_COUNTS)})|diskussion",
    r"(?:schreib(?:e|en sie)?|hinterlass(?:e|en sie)?|verfass(?:e|en sie)?) (?:einen?|ihren|deinen) (?:kommentar|antwort).{0,40}|kommentar verfassen",
    r"(?:laisse[rz]?|écri(?:re|vez)|poste[rz]|ajoute[rz]) (?:un|votre) (?:commentaire|réponse).{0,40}|vos (?:réactions|commentaires)",
    r"(?:deja|dejar|escrib[ea]|añad[ei]r?|publicar?) (?:una?|tu|su) (?:comentario|respuesta).{0,40}",
    r"(?:dodaj|zostaw|napisz) (?:komentarz|odpowiedź|swój komentarz).{0,40}|skomentuj",
    r"\d{1,5} (?:comment[oi]|rispost[ae]|pensier[oi])(?:\s+(?:a|su)\s.{0,150})?:?|un (?:commento|pensiero) su [\"“«].{1,150}",
    r"\d{1,5} (?:reacties?|gedachten|antwoorden)(?:\s+(?:op|over)\s.{0,150})?:?|een (?:reactie|gedachte) op [\"“‘].{1,150}",
    r"(?:lascia|scrivi|aggiungi|inserisci|invia) (?:un|il tuo) commento.{0,40}|lascia una risposta.{0,40}",
    r"(?:geef|plaats|schrijf|laat) (?:een|je|uw) reactie\b.{0,40}|geef een antwoord(?: .{0,30})?annuleren",
)
# Those of them that head a part of an article as well: they announce comments where something of comments is below.
BARE_CUES = (
    r"(?:responses|replies|reactions|discussion|thoughts):?|(?:join|continue) the (?:conversation|discussion)[.:!]?|what others say",
    r"(?:diskussion|gedanken?|antworten?|meinungen|réflexions?|réponses?|réactions?)\s*:?",
    r"(?:pensamientos?|respuestas?|opiniones|myśli?|odpowiedzi|opinie)\s*:?",
)
# Those that do so where the format says that they are headings: alone on a line of text they hardly ever head anything else.
BARE_COMMENTS = r"(?:comments|kommentare?|commentaires?|comentarios?|komentarz\w*|commenti|reacties)\s*:?"
# What announces comments only where the first of them is right below: an article has such headings, too.
CUES_OF_ARTICLES = (
    r"conversation(?:\s*\(?\d+\)?)?(?: comments?)?|\d{1,5} (?:ratings|(?:customer )?reviews?)(?: (?:for|of) .{1,100})?",
    r"what (?:our |other )?readers (?:have had to say|are saying|said|say|think)\b.{0,60}|customer reviews|top reviews(?: from .{1,40})?",
    r"kundenrezensionen|bewertungen(?: \(\d+\))?|\d{1,5} (?:bewertungen|rezensionen|opinii|évaluations|reseñas)(?: (?:für|zu|de|pour|para|o) .{1,100})?",
)
# Not where it goes on "my father used to say".
_UNTOLD = r"(?!,? (?:my|our|his|her|he|she|they|said|says)\b)"
# What stands in the form for comments and around it.
FURNITURE = (
    r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response|thought)s?(?: below| here| now)?[.:!]?",
    r"(?:no|0|\d{1,4}) (?:comments?|replies|responses)(?: yet)?[.:!]?",
    r"[(\[] ?(?:post|leave|add) (?:a )?(?:new )?comment ?[)\]]|facebook comments plugin",
    r"before (?:you )?(?:comment|post|reply)(?:ing)?:.{0,200}",
    r"(?:pingbacks?|trackbacks?): ?.{1,160}|[\w.-]{2,40} (?:liked this|posted this|reblogged this(?: from [\w.-]{2,40})?(?: and added:)?)",
    r"(?:the )?comments (?:below )?(?:have|are) (?:not |pre-?|post-?)?(?:been )?moderated\b.{0,100}",
    r"subscribe to:? (?:post comments|comments) \(atom\)|abonnieren:? (?:kommentare zum post|kommentare) \(atom\)|inscription à ?: ?(?:publier les )?commentaires \(atom\)",
    r"suscribirse a:? (?:enviar comentarios|comentarios de la entrada) \(atom\)|subskrybuj:? komentarze do posta \(atom\)",
    rf"(?:no comments yet|be the first to comment|comments are closed|commenting is closed|comments closed)\b{_UNTOLD}.{{0,60}}",
    r"(?:by|before) (?:commenting|posting|submitting)\b.{0,60}\byou (?:acknowledge|accept|agree|consent|confirm)\b.{0,160}",
    r"(?:\*\s?)?(?:indicates|denotes|marks)\b.{0,20}\brequired\b.{0,30}|(?:all )?required fields are marked.{0,20}",
    r"your e-?mail(?: address)? will (?:not|never) be (?:published|shared|shown).{0,120}",
    r"save my name,? .{0,120}|notify me (?:of|when|by) .{0,120}|remember (?:my )?(?:personal )?info\??",
    r"you (?:must|need to|have to) (?:be )?(?:log|sign|register).{0,40}to (?:post|leave|add|write|comment|reply).{0,40}",
    r"(?:log|sign) in (?:or (?:register|sign up) )?to (?:post|leave|add|write|comment|reply).{0,40}",
    r"to (?:view|leave|post|add|write)(?: or add)? (?:a )?comment,? (?:please )?(?:sign|log) in.{0,20}",
    r"(?:click here to )?cancel reply|reply to (?:this )?(?:comment|post)|répondre à (?:ce message|ce commentaire|cet article)|load more comments|view all comments|show more comments",
    r"(?:newest|oldest|sort by)(?: (?:newest|oldest|first|most voted|best|comments))*|inline feedbacks|subscribe to comments",
    r"nessun commento(?: ancora)?[.!]?|(?:i )?commenti (?:sono )?(?:chiusi|disattivati)\b.{0,60}|accedi per (?:commentare|rispondere|lasciare un commento)\b.{0,40}",
    r"(?:de )?reacties (?:zijn|staan) (?:gesloten|uitgeschakeld|uit)\b.{0,60}|(?:nog )?geen reacties[.!]?|(?:log in|je moet ingelogd zijn|meld je aan) om (?:te reageren|een reactie te (?:plaatsen|geven))\b.{0,40}",
    r"(?:write|add) a comment(?:\.{3}|…)|\d{1,5} more comments?(?:\.{3}|…)?|annulla risposta|cancella la risposta|(?:antwoord|reactie) annuleren",
    r"older comments|newer comments|(?:«|←)? ?older comments|newer comments ?(?:»|→)?|powered by disqus|blog comments powered by .{0,20}",
)
# What WordPress writes below an entry.
FILED = (
    r"(?:this entry was posted|this post was (?:posted|published)|posted) (?:on|in|by|at) .{2,120}?(?:\b(?:and is filed under|filed under|bookmark the permalink|you can follow any responses)\b).{0,400}",
    r"(?:you can )?follow (?:any )?(?:responses|comments) to this (?:entry|post) (?:through|via|with) the rss.{0,300}",
    r"(?:both )?comments and pings are (?:currently )?closed\.?.{0,60}|responses are currently closed, but you can trackback from your own site\.?",
    r"you can (?:leave a (?:response|comment)|skip to the end and leave a response),? or trackback from your own site\.?",
    r"(?:dieser (?:eintrag|beitrag) wurde|geschrieben|veröffentlicht) (?:am|in|unter|von) .{2,160}?(?:\b(?:veröffentlicht|abgelegt unter|gespeichert|rss 2\.0|lesezeichen)\b).{0,400}",
    r"(?:cette entrée|ce contenu|cet article) a été publiée? .{2,160}?(?:\b(?:permalien|classée? dans|rss 2\.0|favoris)\b).{0,400}",
    r"esta entrada fue (?:publicada|enviada) .{2,160}?(?:\b(?:enlace permanente|archivada|rss 2\.0|favoritos)\b).{0,400}",
    r"ten wpis został (?:opublikowany|zamieszczony) .{2,160}?(?:\b(?:odnośnika|kategori\w+|rss 2\.0|zakładk\w+)\b).{0,400}",
)
# The form that ends the comments.
FORM = (
    r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response|thought)s?\b.{0,40}"
    rf"|(?:(?:comments are|commenting is|comments) closed{_UNTOLD}|powered by disqus|your e-?mail(?: address)? will not be|you must (?:be (?:logged|signed|registered|a member)|log|sign|register)|to view or add a comment)\b.{{0,160}}"
    r"|(?:schreib|hinterlass|verfass)(?:e|en sie)? (?:einen?|ihren|deinen) (?:kommentar|antwort).{0,40}|laisse[rz]? un commentaire.{0,40}"
    r"|before you (?:comment|post|reply):.{0,200}|deja (?:una respuesta|un comentario).{0,40}|(?:dodaj|zostaw) (?:komentarz|odpowiedź).{0,40}"
    r"|lascia un(?:a risposta| commento).{0,40}|(?:geef|plaats|laat) een reactie\b.{0,40}"
    r"|(?:i )?commenti (?:sono )?chiusi\b.{0,60}|reacties (?:zijn|staan) (?:gesloten|uit)\b.{0,60}|accedi per commentare.{0,40}"
)
# What belongs to the whole page, and ends the comments, too.
PAGE_END = (
    r".{0,80}(?:©|\(c\)|copyright\b).{0,200}",
    r".{0,80}\ball rights reserved\b.{0,80}",
    r".{0,60}\b(?:uses?|using|accept|set) cookies\b.{0,280}",
)
