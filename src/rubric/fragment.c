#include "rubric/fragment.h"

#include "base/buf.h"
#include "base/eight.h"

static bool is_name_byte(char c) { return byte_is_word(c) || c == '-' || c == '\''; }

bool fragment_named(Str name) {
    for (size_t i = 0; i < name.len; i++)
        if (!is_name_byte(name.ptr[i])) return false;
    return name.len > 0 && byte_is_letter(name.ptr[0]);
}

void fragment_add(Arena *arena, Fragments *fragments, Fragment fragment) {
    uint32_t end = (uint32_t)fragments->items.len;
    uint32_t number = map_add(arena, &fragments->numbers, fragment.name, end);
    if (number == end) vec_push(arena, &fragments->items);
    fragments->items.items[number] = fragment;
}

// How many bytes from `at` on are neither the start of a name nor of what own_size knows:
// '<', '(' and '\\' are looked for in eight at a time.
static size_t plain_size(Str s, size_t at) {
    for (size_t from = at;; at += sizeof(uint64_t)) {
        size_t left = s.len - at;
        uint64_t eight = eight_at(s.ptr + at, left);
        uint64_t stops = eight_zeros(eight ^ EIGHT * '<') |
                         eight_zeros(eight ^ EIGHT * '(') |
                         eight_zeros(eight ^ EIGHT * '\\');
        if (stops) return at - from + (size_t)__builtin_ctzll(stops) / 8;
        if (left <= sizeof eight) return s.len - from;
    }
}

// How many bytes at `at` mean something to PCRE2 that a '<' in them does not change:
// (?: (?< (?P< (?(< \k< \g< and any sign behind a backslash.
static size_t own_size(Str s, size_t at) {
    Str rest = str_slice(s, at, s.len);
    const char *sign = rest.ptr;
    if (rest.len < 3) return sign[0] == '\\' && rest.len > 1 ? 2 : 0;
    if (sign[0] == '\\')
        return (sign[1] == 'k' || sign[1] == 'g') && sign[2] == '<' ? 3 : 2;
    if (sign[0] != '(' || sign[1] != '?') return 0;
    if (sign[2] == ':' || sign[2] == '<') return 3;
    bool longer = sign[2] == 'P' || sign[2] == '(';
    return longer && rest.len > 3 && sign[3] == '<' ? 4 : 0;
}

// The name at `at` when a <name> stands there, else {0}.
static Str name_at(Str s, size_t at) {
    if (s.ptr[at] != '<') return (Str){0};
    Str name = str_slice(s, at + 1, str_index(s, at, '>'));
    return at + 1 + name.len < s.len && fragment_named(name) ? name : (Str){0};
}

// Writes out the <name> that stands at byte `at`.
static void write_out(Arena *arena, Expansion *out, Buf *regex, const Fragment *fragment,
                      size_t at) {
    *vec_push(arena, &out->stretches) = (Stretch){regex->len, at, true};
    buf_text(regex, "(?:");
    buf_put(regex, fragment->regex);
    buf_byte(regex, ')');
    *vec_push(arena, &out->stretches) =
        (Stretch){regex->len, at + fragment->name.len + 2, false};
    out->broken |= fragment->broken;
}

// How many bytes from `at` on belong together; where they are a <name>, that is `*name`.
static size_t step_size(Str written, size_t at, Str *name) {
    size_t plain = plain_size(written, at);
    size_t own = plain ? plain : own_size(written, at);
    *name = own ? (Str){0} : name_at(written, at);
    if (name->len) return name->len + 2;
    return own ? own : 1;
}

Expansion fragment_expand(Arena *arena, const Fragments *fragments, Str written) {
    Expansion out = {.written = written};
    Arena growing = {0}; // what grows leaves as much behind again: not in the rubric
    Buf regex = {.arena = &growing};
    size_t at = 0, kept = 0; // what was written up to there is in `regex`
    for (size_t size; at < written.len && regex.len + at - kept <= REGEX_MAX;
         at += size) {
        Str name;
        size = step_size(written, at, &name);
        if (!name.len) continue;
        uint32_t number = map_get(&fragments->numbers, name);
        if (number == MAP_NONE) {
            *vec_push(arena, &out.unknown) = name;
            continue;
        }
        buf_put(&regex, str_slice(written, kept, at));
        write_out(&growing, &out, &regex, &fragments->items.items[number], at);
        kept = at + size;
    }
    Str rest = str_slice(written, kept, at);
    if (kept) buf_put(&regex, rest);
    out.regex = kept ? str_copy(arena, buf_str(&regex)) : rest;
    vec_own(arena, &out.stretches);
    arena_free(&growing);
    out.too_long = out.regex.len > REGEX_MAX;
    return out;
}

size_t expansion_origin(const Expansion *expansion, size_t offset) {
    for (size_t i = expansion->stretches.len; i-- > 0;) {
        const Stretch *stretch = &expansion->stretches.items[i];
        if (stretch->to <= offset)
            return stretch->from + (stretch->whole ? 0 : offset - stretch->to);
    }
    return offset;
}

Str expansion_written(const Expansion *expansion, size_t start, size_t end) {
    size_t from = expansion_origin(expansion, start);
    size_t to = expansion_origin(expansion, end);
    return from < to ? str_slice(expansion->written, from, to)
                     : str_slice(expansion->regex, start, end);
}
