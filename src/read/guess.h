// Who is the agent, where nobody's label tells: guessed from what the speakers say.
//
// Each cue is a kind of thing that one side says far more often than the other, such as
// the offer to help, with a weight: the natural logarithm of how many times likelier it
// comes from the agent (below 0: from the customer). 3 stands for 20 times or more, 2
// for about 7 times, 1 for about 3 times. Offers of help, questions for details, wishes,
// requests and thanks were counted in typed service whose roles are known, and rounded
// down; what is said on the telephone only, and waiting, is by judgement. A speaker's
// score is the sum of the weights of the cues he gives, each counted once; three marks of
// how he talks add less than 1.4 together. The confidence is the logistic function of how
// far the best score is ahead of the next, 1 / (1 + e^-(best - next)): naive Bayes with
// even odds before anything is said.
#ifndef READ_GUESS_H
#define READ_GUESS_H

#include "call/call.h"

// Below this many percent nobody is called the agent.
enum { GUESS_LEAST = 80, GUESS_MOST = 99 };

// Finds out who is the agent in a call in which only turns of unknown role, two speakers'
// or more, have words to judge by, and gives those turns their roles: the others are on
// the customer's side. Sets call->roles and call->roles_percent; where the best guess is
// not good enough, the turns stay unknown. Does nothing where somebody's role is known,
// apart from the system's, and where fewer than two labels speak.
void roles_guess(Arena *arena, Call *call);

#endif
