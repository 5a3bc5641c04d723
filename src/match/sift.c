#include "match/sift.h"

static void add_candidate(Sifted *sifted, const Candidate *candidate) {
    uint32_t p = candidate->pattern;
    uint64_t *possible = &sifted->out->possible[p / 64];
    CandidateList *list = &sifted->lists[p];
    Candidate *added = vec_push(sifted->scratch, &sifted->candidates);
    uint32_t number = (uint32_t)sifted->candidates.len;
    *added = *candidate;
    added->turn = sifted->turn;
    added->next = 0;
    if (*possible & bit_of(p)) {
        sifted->candidates.items[list->last - 1].next = number;
    } else {
        *possible |= bit_of(p);
        list->first = number;
        sifted->out->of[p] = (HitRange){0};
    }
    list->last = number;
}

// Where an atom stands, and what stands beside it.
typedef struct {
    uint32_t at, end;
    char before, after;
} Site;

static Site site_of(Str text, const SieveAtom *atom, uint32_t end) {
    uint32_t at = end - atom->length;
    return (Site){at, end, at ? text.ptr[at - 1] : ' ',
                  end < text.len ? text.ptr[end] : ' '};
}

static bool fits(const SieveAtom *atom, const Site *site) {
    return !(atom->edge_after && byte_is_ascii_word(site->after));
}

// Whether a match can begin at `at`, as far as the edges of words tell.
static bool can_begin(const Sifted *sifted, uint32_t pattern, Str text, uint32_t at) {
    return !at || !byte_is_ascii_word(text.ptr[at - 1]) ||
           !byte_is_ascii_word(text.ptr[at]) ||
           !sifted->matcher->patterns->items.items[pattern].spec.whole_words;
}

// Whether a character outside ASCII, beside letters that are all there is to a match, is
// part of a word, which is Unicode's to say.
static bool is_unsure(const Sifted *sifted, const SieveAtom *atom, const Site *site) {
    return atom->whole && !(byte_is_ascii(site->before) && byte_is_ascii(site->after)) &&
           sifted->matcher->patterns->items.items[atom->pattern].unicode;
}

// Adds the candidates for a match that has the atom at `site`: the starts from where only
// what a match can hold leads to it. Where it may begin far off, all of the text is
// searched: else a text of one repeated phrase would be gone through again and again.
static void add_candidates(Sifted *sifted, const SieveAtom *atom, const Site *site,
                           Str text) {
    enum { WIDEST = 1000 };
    Candidate candidate = {.pattern = atom->pattern,
                           .end = atom->whole ? site->end : 0,
                           .branch = atom->branch,
                           .number = atom->number};
    if (site->at < atom->least || (atom->at_top && site->at > atom->most)) return;
    uint32_t nearest = atom->at_top ? 0 : site->at - atom->least;
    uint32_t farthest = site->at > atom->most ? site->at - atom->most : 0, at = site->at;
    bool unsure = is_unsure(sifted, atom, site);
    for (; !unsure; at--) {
        candidate.start = at;
        if (at <= nearest && byteset_has(sieve_first(atom), text.ptr[at]) &&
            can_begin(sifted, atom->pattern, text, at))
            add_candidate(sifted, &candidate);
        if (at == farthest || !byteset_has(sieve_before(atom), text.ptr[at - 1])) return;
        unsure = site->at - at == WIDEST;
    }
    candidate.start = atom->at_top && !atom->whole ? 0 : SEARCH_ALL;
    add_candidate(sifted, &candidate);
}

static const Wanted *wanted_for(Matcher *matcher, Role role) {
    if (matcher->wanted[role]) return matcher->wanted[role];
    const Wanted *wanted = patterns_wanted(matcher->patterns, role);
    uint32_t lists = sieve_partner_lists(wanted->sieve);
    matcher->seen[role] = arena_array(&matcher->arena, uint64_t, lists + 1);
    return matcher->wanted[role] = wanted;
}

static void note_partners(Matcher *matcher, const MatchText *text) {
    uint64_t *seen = matcher->seen[text->role];
    seen[0] = ++matcher->stamp; // atoms that have no partners find them
    vec_each(const SieveHit, hit, &matcher->hits) {
        uint32_t count;
        const Sieve *sieve = matcher->wanted[text->role]->sieve;
        const SieveAtom *partner = sieve_partners(sieve, hit, &count);
        for (const SieveAtom *end = partner + count; partner < end; partner++) {
            Site site = site_of(text->text, partner, hit->end);
            if (fits(partner, &site)) seen[partner->partners] = matcher->stamp;
        }
    }
}

static void add_sieved(Sifted *sifted, const MatchText *text) {
    Matcher *matcher = sifted->matcher;
    const Sieve *sieve = matcher->wanted[text->role]->sieve;
    const uint64_t *seen = matcher->seen[text->role];
    matcher->hits.len = 0;
    sieve_scan(sieve, text->text, &matcher->arena, &matcher->hits);
    note_partners(matcher, text);
    vec_each(const SieveHit, hit, &matcher->hits) {
        uint32_t count;
        const SieveAtom *atom = sieve_atoms(sieve, hit, &count);
        for (const SieveAtom *end = atom + count; atom < end; atom++) {
            if (seen[atom->partners] != matcher->stamp) continue;
            Site site = site_of(text->text, atom, hit->end);
            if (fits(atom, &site)) add_candidates(sifted, atom, &site, text->text);
        }
    }
}

// U+017F (long s) and U+212A (Kelvin sign) are the only characters outside ASCII that a
// caseless s or k matches.
static bool has_strange_letter(Str text) {
    return !str_is_ascii(text) &&
           (str_has(text, STR("\xC5\xBF")) || str_has(text, STR("\xE2\x84\xAA")));
}

static void add_searches(Sifted *sifted, const MatchText *text) {
    const Patterns *patterns = sifted->matcher->patterns;
    for (uint32_t p = 0; p < patterns_count(patterns); p++)
        if (pattern_is_for(&patterns->items.items[p], text->role))
            add_candidate(sifted, &(Candidate){p, .start = SEARCH_ALL});
}

static void add_always(Sifted *sifted, const Always *always, Str text) {
    const Head *head = &always->head;
    Candidate candidate = {.pattern = always->pattern, .branch = always->branch};
    if (always->at_top || !head->len) {
        if (!always->at_top) candidate.start = SEARCH_ALL;
        if (!always->at_top || head_fits(head, text, 0))
            add_candidate(sifted, &candidate);
        return;
    }
    for (size_t at = 0; (at = head_find(head, text, at)) < text.len; at++) {
        candidate.start = (uint32_t)at;
        if (can_begin(sifted, always->pattern, text, candidate.start))
            add_candidate(sifted, &candidate);
    }
}

static void add_new(Sifted *sifted, const MatchText *text) {
    Matcher *matcher = sifted->matcher;
    if (!matcher->use_sieve || has_strange_letter(text->text)) {
        add_searches(sifted, text);
        return;
    }
    const Wanted *wanted = wanted_for(matcher, text->role);
    add_sieved(sifted, text);
    vec_each(const Always, always, &wanted->always)
        add_always(sifted, always, text->text);
}

static void add_known(Sifted *sifted, const CandidateSlice *known) {
    for (size_t i = 0; i < known->len; i++)
        if (known->items[i].pattern != PATTERN_NONE)
            add_candidate(sifted, &known->items[i]);
}

static void sift_text(Sifted *sifted, const MatchText *text) {
    Memo *memo = sifted->matcher->memo;
    size_t first = sifted->candidates.len;
    CandidateSlice known;
    MemoAnswer answer = memo ? memo_recall(memo, text, &known) : MEMO_NEW;
    if (answer == MEMO_KNOWN)
        add_known(sifted, &known);
    else
        add_new(sifted, text);
    if (answer != MEMO_WANTED) return;
    memo_keep(memo, text, vec_from(&sifted->candidates, first),
              sifted->candidates.len - first);
}

void matcher_sift(Matcher *matcher, const MatchText *texts, size_t count, Arena *scratch,
                  HitList *out) {
    uint32_t patterns = patterns_count(matcher->patterns);
    Sifted *sifted = arena_new(scratch, Sifted);
    *sifted = (Sifted){.matcher = matcher,
                       .scratch = scratch,
                       .texts = arena_raw(scratch, count * sizeof *sifted->texts),
                       .out = out,
                       .lists = arena_raw(scratch, patterns * sizeof *sifted->lists)};
    *out = (HitList){.possible = arena_array(scratch, uint64_t, patterns / 64 + 1),
                     .of = arena_raw(scratch, patterns * sizeof *out->of),
                     .sifted = sifted};
    if (matcher->memo) memo_tidy(matcher->memo);
    for (uint32_t t = 0; t < count; t++) {
        sifted->texts[t] = code_text(texts[t].text);
        sifted->turn = t;
        if (texts[t].role != ROLE_SYSTEM) sift_text(sifted, &texts[t]);
    }
}
