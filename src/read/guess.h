// Who is the agent, where labels do not tell all: by elimination, or guessed from what
// the speakers say (cues.h).
//
// A speaker's score is the sum of the weights of his cues. Of two speakers who are not
// known, three marks of how they talk add less than 1.4 together, and the confidence is
// the logistic function of how far the better score is ahead, 1 / (1 + e^-(best - next)):
// naive Bayes with even odds before anything is said. Of three or more, or beside others
// who are known, "not the agent" is not "the customer": each is judged by his own score
// alone, with the confidence 1 / (1 + e^-|score|).
#ifndef READ_GUESS_H
#define READ_GUESS_H

#include "call/call.h"

// Below this many percent nobody is called the agent.
enum { GUESS_LEAST = 80, GUESS_MOST = 99 };

// Gives roles to turns of unknown role whose speakers have a label. One speaker who is
// not known beside agents alone is the customer, unless he talks like another agent; the
// rest is guessed, when `by_words` allows it, which sets call->roles and
// call->roles_percent. Where no guess is good enough, turns stay unknown.
void roles_guess(Arena *arena, Call *call, bool by_words);

// How sure it is, in percent, that agent and customer have each other's roles: the
// "customer" answers for a company or offers help, the "agent" asks for it. 0 when it is
// not near certain.
uint32_t roles_contradicted(Arena *arena, const Call *call);
// Gives each the other's role.
void roles_swap(Call *call);

#endif
