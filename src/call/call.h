// A call: one conversation between an agent and a customer, by voice or in writing.
#ifndef CALL_CALL_H
#define CALL_CALL_H

#include "base/date.h"
#include "base/diag.h"

typedef enum { ROLE_UNKNOWN, ROLE_AGENT, ROLE_CUSTOMER, ROLE_SYSTEM } Role;
#define ROLE_COUNT 4

// One of those who speak for the company in a call; empty = not known.
typedef struct {
    Str id, name, team;
    Str key; // what else tells him from the others in this call: a label, an id of its
             // own
} Agent;

typedef struct {
    Str speaker, text; // as written (bytes that were not UTF-8 repaired): what is quoted
    int64_t start_ms, end_ms; // from the start of the call, or NO_TIME
    Str labels;               // of a labelled turn: as written, separated by ';'
    Place place;
    Role role;
    uint32_t agent; // who of the call's agents speaks, from 1; 0 = not told, or no agent
    bool elsewhere; // not of this part of the call (part.h)
} Turn;

// How it is known who is who.
typedef enum {
    ROLES_GIVEN,   // by the transcript, as far as they are known
    ROLES_MAPPED,  // by an option that names or numbers the speakers
    ROLES_GUESSED, // from what was said
    ROLES_UNCLEAR  // a guess that was not good enough: the turns stay unknown
} RolesBy;
#define ROLES_BY_COUNT 4

// How the times of a call were written, as far as that matters for what they are worth.
enum {
    TIMES_ZONED = 1,   // moments that say their zone, or are numbers since 1970
    TIMES_LOCAL = 2,   // moments that do not
    TIMES_DAYS = 4,    // dates without a time of day
    TIMES_CLOCK = 8,   // hh:mm:ss: from the call's start or from midnight
    TIMES_OF_DAY = 16, // from midnight
    TIMES_HALVES = 32, // with AM or PM
    TIMES_PAIRS = 64,  // "14:05", read as m:ss and not judged yet
    STARTED_ZONED = 128,
    STARTED_LOCAL = 256
};

// A column beside the transcript that callmark has no name of its own for.
typedef struct {
    Str name, value;
} Field;

// What one of several agents has of a call: "the second of three, turns 14 to 31".
typedef struct {
    uint32_t number, of; // in the order in which they first speak; of 0: all of it
    uint32_t first_turn, last_turn; // of the agent's own, from 1
    bool ends; // no agent speaks after; the first of them is the one who opens
} AgentPart;

typedef struct {
    Str id, agent, agent_name, team, channel, customer; // empty = not known
    int64_t started_at; // milliseconds since 1970, or NO_TIME
    int64_t wait_ms;    // from the customer's first sign to the answer, or NO_TIME
    Place place;        // of its first row or line
    VEC(Turn) turns;
    VEC(Agent) agents; // who is told of; once all is read, two or more, or none
    AgentPart part;
    VEC(Field) fields;
    VEC(Str) problems; // what the reader repaired or left unknown, in words
    RolesBy roles;
    uint32_t roles_percent; // the guess's confidence; 0 when there was none
    uint32_t times;         // TIMES_... and STARTED_..., until they are settled
    Str language;           // its code (language_name.h); empty = not known
    bool language_heard;    // recognised from its words, not given
} Call;

// "agent", "customer", "system", "unknown".
Str role_name(Role role);
Role role_named(Str name); // ROLE_UNKNOWN for what is no such name
// The role that a speaker's label names in plain words ("Agent", "caller", "IVR" ...), or
// ROLE_UNKNOWN.
Role role_from_label(Str label);
// The same for a word that stands where a kind of speaker is told ("author_type"), where
// more words mean a role: "contact", "trigger".
Role role_from_type(Str word);
// Genesys Cloud's participantPurpose, in which a "user" is one of the centre's own
// people.
Role role_from_purpose(Str word);

// "given", "mapped", "guessed", "unclear".
Str roles_name(RolesBy roles);
// "roles guessed from what was said (93 %)", "who is the agent is not clear (62 %)"; {0}
// when they are not guessed.
Str roles_words(Arena *arena, RolesBy roles, uint32_t percent);

// Notes what the reader repaired or left unknown; `problem` lives as long as the call.
void call_problem(Arena *arena, Call *call, Str problem);
// Sets wait_ms and, when it is known, the field "wait": the same in seconds.
void call_set_wait(Arena *arena, Call *call, int64_t ms);
enum { CALL_AGENTS_MOST = 100 };
// The number among the call's agents of one who is told of, from 1. Two are the same when
// their ids are, or else their names, or, of those who have neither, their keys; what is
// told first stays. All beyond CALL_AGENTS_MOST have one number, the next: these are no
// agents, but a mistake.
uint32_t call_agent(Arena *arena, Call *call, Agent told);
// Puts the turns in the order of their starts, when all have one; those of one start in
// the order of their places.
void call_order_turns(Call *call);

// Of all that is known of the call but its places: of two with the same id and the same
// digest, one is a copy of the other. What was noted of its reading is no part of it.
uint32_t call_digest(const Call *call);

// From the first start to the last end (or last start), or NO_TIME.
int64_t call_duration(const Call *call);
// Words of one role; ROLE_UNKNOWN counts everybody's but the system's.
uint32_t call_words(const Call *call, Role role);
// The value of a field by name, including the call's own columns (agent, team, channel,
// customer, wait); {0} when the call has none.
Str call_field(const Call *call, Str name);

#endif
