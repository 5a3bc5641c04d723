#include "text/email.h"

#include "base/buf.h"

static Str next_line(Str rest) {
    Str line = {0};
    str_next(&rest, '\n', &line);
    return str_trim(line);
}

static bool is_quoted(Str line) { return str_starts(line, STR(">")); }

// How a program says in its language that the answered mail follows: "On Tuesday, Ada
// <ada@example.com> wrote:".
static bool is_wrote(Str line) {
    static const char *const ENDS[] = {
        "wrote:",   "schrieb:",  "écrit :", "écrit:",      "escribió:",  "ha scritto:",
        "schreef:", "escreveu:", "skrev:",  "napisał(a):", "geschreven:"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_ends(line, str_from(ENDS[i]))) return true;
    return str_has(line, STR(" schrieb ")) && str_ends(line, STR(":"));
}

static bool is_rule(Str line) {
    static const char *const RULES[] = {"-----Original",
                                        "----- Original",
                                        "-----Ursprüngliche",
                                        "----- Ursprüngliche",
                                        "-----Message d'origine",
                                        "-----Mensaje original",
                                        "-----Messaggio originale",
                                        "---------- Forwarded message",
                                        "-------- Forwarded Message",
                                        "Begin forwarded message:",
                                        NULL};
    return str_start_in(line, RULES) >= 0;
}

// "From:" with "Sent:", "Date:" or "To:" below: the headers that Outlook puts above.
static bool is_header_block(Str line, Str next) {
    static const char *const FROM[] = {
        "from:", "von:", "de:", "de :", "da:", "van:", NULL};
    static const char *const BELOW[] = {"sent:",    "date:",      "to:",    "gesendet:",
                                        "datum:",   "an:",        "envoyé", "enviado",
                                        "inviato:", "verzonden:", NULL};
    return str_start_in(line, FROM) >= 0 && str_start_in(next, BELOW) >= 0;
}

// How many lines, of which `line` is the first, say that the answered message follows:
// none, one, or the two onto which programs fold it.
static int count_intro(Str line, Str next) {
    static const char *const STARTS[] = {"on ", "am ",  "le ",     "el ",   "il ", "op ",
                                         "em ", "den ", "w dniu ", "dnia ", NULL};
    if (is_rule(line) || is_header_block(line, next)) return 1;
    if (str_start_in(line, STARTS) < 0) return 0;
    if (is_wrote(line)) return 1;
    return is_wrote(next) ? 2 : 0;
}

// Answers may stand below what they quote, so that after "wrote:" only what is marked as
// quoted is left out, if it is marked.
Str email_text(Arena *arena, Str s) {
    Buf out = {.arena = arena};
    Str rest = s, line;
    while (str_next(&rest, '\n', &line)) {
        // RFC 3676, 4.3: who writes, and no more.
        if (str_number_in(line, WORD_LIST("-- ", "-- \r")) >= 0) break;
        line = str_trim(line);
        int intro = count_intro(line, next_line(rest));
        if (intro == 2) str_next(&rest, '\n', &line);
        if (intro) rest = str_trim(rest);
        if (intro && !is_quoted(rest)) break;
        if (intro || is_quoted(line)) continue;
        buf_put(&out, line);
        buf_byte(&out, '\n');
    }
    Str text = str_trim(buf_str(&out));
    return text.len ? text : str_trim(s);
}
