#include "match/sweep.h"

#include "base/char.h"

#include <string.h>

// More times than this is as good as without bound.
enum { MANY = 300 };

typedef enum { SWEEPS_NOTHING, SWEEPS_WORD, SWEEPS_ANY } Sweep;

// What an escaped character stands for: \w, \d, \S and \s have one side of the blanks.
static Sweep escaped(char c) {
    if (strchr("WDNXPpCRHV", c)) return SWEEPS_ANY;
    return strchr("bBAzZGKQE", c) ? SWEEPS_NOTHING : SWEEPS_WORD;
}

// Passes over a class, "[...]", from its bracket on. One of blanks and marks alone, [, ],
// stays between two words.
static Sweep pass_class(Str regex, size_t *at) {
    size_t from = ++*at;
    bool all = from < regex.len && regex.ptr[from] == '^', blank = false, word = false;
    if (all) ++*at;
    for (bool first = true; *at < regex.len; first = false) {
        char c = regex.ptr[(*at)++];
        if (c == ']' && !first) break;
        blank |= c == ' ';
        word |= byte_is_word(c);
        if (c != '\\' || *at == regex.len) continue;
        c = regex.ptr[(*at)++];
        all |= escaped(c) == SWEEPS_ANY;
        blank |= c == 's' || c == 'h';
        word |= c == 'w' || c == 'S' || c == 'd';
    }
    return all || (blank && word) ? SWEEPS_ANY : SWEEPS_WORD;
}

// Passes over the next item: a character, or something that is none.
static Sweep pass_item(Str regex, size_t *at) {
    char c = regex.ptr[*at];
    if (c == '[') return pass_class(regex, at);
    ++*at;
    if (byte_is_word(c)) return SWEEPS_WORD; // as most are
    if (c == '.') return SWEEPS_ANY;
    if (c == '\\' && *at < regex.len) return escaped(regex.ptr[(*at)++]);
    return strchr("()|^$*+?{}", c) ? SWEEPS_NOTHING : SWEEPS_WORD;
}

static bool is_unbounded(Str rest) {
    if (!rest.len) return false;
    if (rest.ptr[0] == '*' || rest.ptr[0] == '+') return true;
    if (rest.ptr[0] != '{') return false;
    size_t comma = str_index(rest, 0, ','), end = str_index(rest, 0, '}');
    if (comma > end || end == rest.len) return false;
    int64_t most;
    return !str_to_int(str_slice(rest, comma + 1, end), &most) || most > MANY;
}

// Most regexes have nothing of the kind, which saves reading them.
static bool has_repeat(Str regex) {
    return str_has(regex, STR("*")) || str_has(regex, STR("+")) ||
           str_has(regex, STR("{"));
}

Sweeps regex_sweeps(Str regex) {
    Sweeps sweeps = {0, 0};
    if (!has_repeat(regex)) return sweeps;
    for (size_t at = 0; at < regex.len;) {
        Sweep item = pass_item(regex, &at);
        bool sweeping = item && is_unbounded(str_slice(regex, at, regex.len));
        sweeps.any += sweeping && item == SWEEPS_ANY;
        sweeps.word += sweeping && item == SWEEPS_WORD;
    }
    return sweeps;
}

size_t text_longest_run(Str text) {
    size_t longest = 0, from = 0;
    for (size_t at = 1; at <= text.len; at++) {
        bool on = at < text.len &&
                  byte_is_space(text.ptr[at]) == byte_is_space(text.ptr[at - 1]);
        if (on) continue;
        if (at - from > longest) longest = at - from;
        from = at;
    }
    return longest;
}
