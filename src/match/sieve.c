#include "match/sieve.h"

#include <string.h>

// A state's row has one column a class of bytes: those that stand in atoms have one each,
// all others share class 0, which leads back to the start.
typedef struct {
    uint32_t pattern, next; // the next one of the same state; 0 ends the list
} Output;

struct Sieve {
    uint8_t class_of[256];
    uint32_t classes, states;
    uint32_t *rows;    // [state * classes + class] -> next state
    uint32_t *outputs; // [state] -> its first output, 0 for none
    VEC(Output) list;  // number 0 is not used
    PatternNumbers always;
};

static void classify(Sieve *sieve, const Atoms *atoms, uint32_t patterns) {
    sieve->classes = 1;
    for (uint32_t p = 0; p < patterns; p++)
        vec_each(const Str, atom, &atoms[p])
            for (size_t i = 0; i < atom->len; i++) {
                uint8_t *class = &sieve->class_of[(uint8_t)atom->ptr[i]];
                if (!*class) *class = (uint8_t)sieve->classes++;
            }
    for (int c = 'A'; c <= 'Z'; c++) sieve->class_of[c] = sieve->class_of[c | 0x20];
}

static uint32_t count_states(const Atoms *atoms, uint32_t patterns) {
    size_t states = 1;
    for (uint32_t p = 0; p < patterns; p++)
        vec_each(const Str, atom, &atoms[p]) states += atom->len;
    return (uint32_t)states;
}

static uint32_t *row_of(const Sieve *sieve, uint32_t state) {
    return sieve->rows + (size_t)state * sieve->classes;
}

static uint32_t *next_of(Sieve *sieve, uint32_t state, char byte) {
    return &row_of(sieve, state)[sieve->class_of[(uint8_t)byte]];
}

static void add_atom(Arena *arena, Sieve *sieve, Str atom, uint32_t pattern) {
    uint32_t state = 0;
    for (size_t i = 0; i < atom.len; i++) {
        uint32_t *next = next_of(sieve, state, atom.ptr[i]);
        if (!*next) *next = sieve->states++;
        state = *next;
    }
    *vec_push(arena, &sieve->list) = (Output){pattern, sieve->outputs[state]};
    sieve->outputs[state] = (uint32_t)sieve->list.len - 1;
}

// A state's own outputs, then those of the state it falls back to.
static void chain_outputs(Sieve *sieve, uint32_t state, uint32_t fallback) {
    uint32_t *end = &sieve->outputs[state];
    while (*end) end = &sieve->list.items[*end].next;
    *end = sieve->outputs[fallback];
}

// Breadth first: where a state has no way on, its row takes the fallback's.
static void close_rows(Arena *arena, Sieve *sieve) {
    uint32_t *fallback = arena_array(arena, uint32_t, sieve->states);
    uint32_t *queue = arena_array(arena, uint32_t, sieve->states), head = 0, tail = 0;
    for (uint32_t c = 0; c < sieve->classes; c++)
        if (sieve->rows[c]) queue[tail++] = sieve->rows[c];
    while (head < tail) {
        uint32_t state = queue[head++], *row = row_of(sieve, state);
        const uint32_t *other = row_of(sieve, fallback[state]);
        chain_outputs(sieve, state, fallback[state]);
        for (uint32_t c = 0; c < sieve->classes; c++) {
            if (row[c])
                fallback[queue[tail++] = row[c]] = other[c];
            else
                row[c] = other[c];
        }
    }
}

static void *keep(Arena *arena, const uint32_t *numbers, size_t count) {
    return memcpy(arena_raw(arena, count * sizeof *numbers), numbers,
                  count * sizeof *numbers);
}

// Only as many states as there turned out to be are kept.
static void trim(Arena *arena, Sieve *sieve) {
    sieve->rows = keep(arena, sieve->rows, (size_t)sieve->states * sieve->classes);
    sieve->outputs = keep(arena, sieve->outputs, sieve->states);
}

Sieve *sieve_new(Arena *arena, const Atoms *atoms, uint32_t patterns) {
    Sieve *sieve = arena_new(arena, Sieve);
    Arena scratch = {0};
    classify(sieve, atoms, patterns);
    uint32_t most = count_states(atoms, patterns);
    sieve->rows = arena_array(&scratch, uint32_t, (size_t)most * sieve->classes);
    sieve->outputs = arena_array(&scratch, uint32_t, most);
    sieve->states = 1;
    vec_push(arena, &sieve->list);
    for (uint32_t p = 0; p < patterns; p++) {
        if (!atoms[p].len) *vec_push(arena, &sieve->always) = p;
        vec_each(const Str, atom, &atoms[p]) add_atom(arena, sieve, *atom, p);
    }
    trim(arena, sieve);
    close_rows(&scratch, sieve);
    arena_free(&scratch);
    return sieve;
}

const PatternNumbers *sieve_always(const Sieve *sieve) { return &sieve->always; }

static void note(const Sieve *sieve, uint32_t output, uint32_t stamp, uint32_t *seen,
                 Arena *scratch, PatternNumbers *out) {
    for (; output; output = sieve->list.items[output].next) {
        uint32_t pattern = sieve->list.items[output].pattern;
        if (seen[pattern] == stamp) continue;
        seen[pattern] = stamp;
        *vec_push(scratch, out) = pattern;
    }
}

// U+017F (long s) and U+212A (Kelvin sign) are the only characters outside ASCII that a
// caseless s or k matches.
static bool has_strange_letter(Str text) {
    return str_has(text, STR("\xC5\xBF")) || str_has(text, STR("\xE2\x84\xAA"));
}

bool sieve_scan(const Sieve *sieve, Str text, uint32_t stamp, uint32_t *seen,
                Arena *scratch, PatternNumbers *out) {
    uint32_t state = 0;
    bool ascii = true;
    for (size_t i = 0; i < text.len; i++) {
        uint8_t byte = (uint8_t)text.ptr[i];
        ascii = ascii && byte < 0x80;
        state = row_of(sieve, state)[sieve->class_of[byte]];
        if (sieve->outputs[state])
            note(sieve, sieve->outputs[state], stamp, seen, scratch, out);
    }
    return ascii || !has_strange_letter(text);
}
