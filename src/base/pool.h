// Worker threads whose results come back in the order of submission.
//
// The one thread that owns the pool submits jobs while there is room and takes results;
// while it waits for one it is a worker, too. A job is touched by one worker only,
// between pool_submit and the pool_next that returns it. At most `window` jobs are in
// flight, so memory does not grow with the input.
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "base/arena.h"

#include <stdbool.h>

typedef struct Pool Pool;
// Does one job; `worker` is 0 .. workers-1, for what belongs to one thread.
typedef void PoolRun(void *shared, unsigned worker, void *job);

// One of so many workers is the owner's thread, worker 0; each of the others is started
// when there is more to do than the owner's next job.
Pool *pool_start(Arena *arena, unsigned workers, size_t window, PoolRun *run,
                 void *shared);
bool pool_full(const Pool *pool);
// Precondition: !pool_full(pool).
void pool_submit(Pool *pool, void *job);
// Waits for the oldest job in flight, and does what nobody has begun meanwhile. Gives the
// job; NULL when none is in flight.
void *pool_next(Pool *pool);
// Waits for the jobs in flight and ends the threads.
void pool_stop(Pool *pool);

// Processors this process may run on.
unsigned pool_cpus(void);

#endif
