// Prints the patterns that marking by a rubric looks for, one a line: whose turns, a tab,
// the regular expression with which PCRE2 finds what callmark finds.
#include "load/load.h"
#include "match/pattern_set.h"

#include <stdio.h>

// Those of match/pattern.c: a match neither begins nor ends inside a word.
#define NOT_INSIDE_WORD "(?!(?<=\\w)\\w)"

int main(int argc, char **argv) {
    Arena arena = {0};
    Rubric rubric;
    Diags diags = {.arena = &arena};
    if (argc != 2 ||
        !rubric_load_to_mark(&arena, str_from(argv[1]), NULL, &rubric, &diags))
        return 1;
    for (uint32_t p = 0; p < patterns_count(rubric.patterns); p++) {
        const Pattern *pattern = &rubric.patterns->items.items[p];
        if (pattern->left_out) continue;
        Role role = rubric.detectors.items[rubric.origins.items[p].detector].role;
        printf("%.*s\t%s(?:%.*s)%s\n", STR_ARG(role_name(role)), NOT_INSIDE_WORD,
               STR_ARG(pattern_regex(rubric.patterns, p)), NOT_INSIDE_WORD);
    }
    rubric_free(&rubric);
    arena_free(&arena);
    return 0;
}
