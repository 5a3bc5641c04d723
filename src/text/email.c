#include "text/email.h"

#include "base/buf.h"

static Str next_line(Str rest) {
    Str line = {0};
    str_next(&rest, '\n', &line);
    return str_trim(line);
}

static bool is_quoted(Str line) { return str_starts(line, STR(">")); }

// How many lines, of which `line` is the first, say that the answered message follows:
// none, one, or the two onto which programs fold "On Tuesday, Ada <ada@example.com>
// wrote:".
static int count_intro(Str line, Str next) {
    if (str_starts(line, STR("-----Original Message-----"))) return 1;
    if (!str_starts(line, STR("On "))) return 0;
    if (str_ends(line, STR("wrote:"))) return 1;
    return str_ends(next, STR("wrote:")) ? 2 : 0;
}

// Answers may stand below what they quote, so that after "wrote:" only what is marked as
// quoted is left out, if it is marked.
Str email_text(Arena *arena, Str s) {
    Buf out = {.arena = arena};
    Str rest = s, line;
    while (str_next(&rest, '\n', &line)) {
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
