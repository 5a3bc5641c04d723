// The sieve: one pass over a text that tells where atoms stand in it.
//
// All atoms together are one tree of letters, and from every place where one can begin
// the tree is followed as far as the text agrees. What was found in a word is known when
// the word comes again, so most of a text is passed over. (The well-known automaton of
// Aho and Corasick reads each byte once, but for some ten thousand atoms its rows are far
// larger than a processor's cache, and it waits for memory at every byte; the tree is
// small.)
#ifndef MATCH_SIEVE_H
#define MATCH_SIEVE_H

#include "base/buf.h"
#include "match/branch.h"

typedef struct Sieve Sieve;

// An atom as the sieve knows it: what tells where a match that holds it can begin, and
// whether it does. It is all that a try mostly needs, in one line of the cache.
typedef struct {
    uint32_t track; // of its branch: where it stands in SieveItems.tracks; 0: nothing
    uint32_t length;
    uint32_t least, most;      // as in Atom
    uint32_t first, before;    // sets, as in Atom; their numbers
    uint16_t branch;           // of the pattern
    uint16_t number;           // of the branch's atom
    bool at_top;               // as in Atom; its edges are seen to
    bool whole;                // as in Atoms
    bool whole_words, unicode; // as in BranchKey
} SieveAtom;

// What tells that an atom comes to nothing, as most of them do.
typedef struct {
    uint32_t partners; // the list that it needs; 0 = none
    uint32_t pattern;
    uint32_t after;       // the number of the set of what can stand behind it; where that
                          // is the end of the text, it has 0
    uint16_t least, last; // where it can end, as far as such a number goes
} SieveGate;

// Whether a word goes on behind a place.
typedef enum { EDGE_NONE, EDGE, EDGE_COUNT } SieveEdge;

// Atoms and partners that end together. What tells that they come to nothing lies here in
// one place: for each of the partners the number of the list that it is in, and for each
// of the atoms a gate. The numbers of those that stand in front of the atoms which need
// them lie in front of this, of those behind them in `lists`, and then come the gates. Of
// each kind, where a word goes on behind them, only those nearest to this are there.
typedef struct {
    uint32_t first; // of the atoms: its number
    uint32_t atoms[EDGE_COUNT], in_front[EDGE_COUNT], behind[EDGE_COUNT];
    uint32_t lists[];
} SieveEnds;
static inline const SieveGate *sieve_gates(const SieveEnds *ends) {
    return (const void *)(ends->lists + ends->behind[EDGE]);
}

// A place in a text where items end.
typedef struct {
    uint32_t end;  // offset behind them
    uint32_t ends; // which they are, for sieve_ends
} SieveHit;
// In `ends`: there are atoms among them, and partners; and no word goes on behind them,
// so that both are those of EDGE.
#define ENDS_ATOMS    (UINT32_C(1) << 31)
#define ENDS_PARTNERS (UINT32_C(1) << 30)
#define ENDS_EDGE     (UINT32_C(1) << 29)
static inline SieveEdge sieve_edge(const SieveHit *hit) {
    return hit->ends & ENDS_EDGE ? EDGE : EDGE_NONE;
}

// What a scan finds, and what it works with; both are used again for the next text, which
// is scanned by the same sieve.
typedef struct {
    VEC(SieveHit) hits;
    struct WordSet *known; // what was found in words; NULL before the first text
    VEC(char) text;        // with spaces behind it
    VEC(uint32_t) open;    // nodes that the tree is to be followed from behind a word
} SieveScan;

// Sieves are made in steps: sieve_start, each pattern by its branches, and sieve_end.
// What is given in between is copied.
typedef struct SieveBuild SieveBuild;
SieveBuild *sieve_start(Arena *arena);
void sieve_add(SieveBuild *build, uint32_t pattern, const BranchKey *key,
               const Branches *branches);
Sieve *sieve_end(SieveBuild *build);
// Every such place of `text` as the hits of `scan`.
void sieve_scan(const Sieve *sieve, Str text, Arena *arena, SieveScan *scan);

// All that can end somewhere, all atoms, the sets that they and their gates name, and
// their tracks.
typedef struct {
    const uint32_t *ends;
    const SieveAtom *atoms;
    const ByteSet *sets;
    const uint8_t *tracks;
} SieveItems;
SieveItems sieve_items(const Sieve *sieve);
// What ends at a hit.
static inline const SieveEnds *sieve_ends(const SieveItems *items, const SieveHit *hit) {
    return (const void *)(items->ends + hit->ends % ENDS_EDGE);
}
// The numbers of lists of partners are below this. One of those with an odd number stands
// behind the atom that needs it, of the others in front.
uint32_t sieve_partner_lists(const Sieve *sieve);

// A sieve as bytes, for the image (base/embedded.h). What is read of them stays there,
// and they begin where any object could.
void sieve_put(Buf *out, const Sieve *sieve);
const Sieve *sieve_read(Arena *arena, Str bytes);

#endif
