#include "base/pool.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>

typedef struct {
    void *job;
    bool done;
} Slot;

typedef struct {
    Pool *pool;
    pthread_t thread;
    unsigned index;
} Worker;

struct Pool {
    PoolRun *run;
    void *shared;
    Worker *threads; // all workers but the owner
    unsigned thread_count, thread_most;
    Slot *slots; // a ring of `window` slots
    size_t window;
    uint64_t submitted, started, taken; // job numbers, counted from 0
    bool stopping;
    pthread_mutex_t lock;
    pthread_cond_t work, done;
};

static Slot *slot_of(Pool *pool, uint64_t number) {
    return &pool->slots[number % pool->window];
}

// With the lock held, but not while it runs the next job, of which there must be one.
static void run_next(Pool *pool, unsigned worker) {
    uint64_t number = pool->started++;
    Slot *slot = slot_of(pool, number);
    pthread_mutex_unlock(&pool->lock);
    pool->run(pool->shared, worker, slot->job);
    pthread_mutex_lock(&pool->lock);
    slot->done = true;
    if (number == pool->taken) pthread_cond_signal(&pool->done); // it is waited for
}

// With the lock held: waits for a job; false when the pool is stopping.
static bool wait_for_work(Pool *pool) {
    while (pool->started == pool->submitted && !pool->stopping)
        pthread_cond_wait(&pool->work, &pool->lock);
    return pool->started < pool->submitted;
}

static void *work(void *arg) {
    Worker *worker = arg;
    Pool *pool = worker->pool;
    pthread_mutex_lock(&pool->lock);
    while (wait_for_work(pool)) run_next(pool, worker->index);
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

Pool *pool_start(Arena *arena, unsigned workers, size_t window, PoolRun *run,
                 void *shared) {
    Pool *pool = arena_new(arena, Pool);
    *pool = (Pool){.run = run, .shared = shared, .window = window};
    pool->thread_most = workers > 1 ? workers - 1 : 0;
    pool->slots = arena_array(arena, Slot, window);
    pool->threads = arena_array(arena, Worker, pool->thread_most);
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->work, NULL);
    pthread_cond_init(&pool->done, NULL);
    return pool;
}

static void start_thread(Pool *pool) {
    Worker *worker = &pool->threads[pool->thread_count++];
    *worker = (Worker){.pool = pool, .index = pool->thread_count};
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) out_of_memory();
}

bool pool_full(const Pool *pool) { return pool->submitted - pool->taken == pool->window; }

void pool_submit(Pool *pool, void *job) {
    assert(!pool_full(pool));
    pthread_mutex_lock(&pool->lock);
    *slot_of(pool, pool->submitted++) = (Slot){.job = job};
    bool too_many = pool->submitted - pool->started > 1;
    pthread_cond_signal(&pool->work);
    pthread_mutex_unlock(&pool->lock);
    if (too_many && pool->thread_count < pool->thread_most) start_thread(pool);
}

void *pool_next(Pool *pool) {
    if (pool->taken == pool->submitted) return NULL;
    pthread_mutex_lock(&pool->lock);
    Slot *slot = slot_of(pool, pool->taken);
    while (!slot->done)
        if (pool->started < pool->submitted)
            run_next(pool, 0);
        else
            pthread_cond_wait(&pool->done, &pool->lock);
    pool->taken++;
    pthread_mutex_unlock(&pool->lock);
    return slot->job;
}

void pool_stop(Pool *pool) {
    while (pool_next(pool)) continue;
    pthread_mutex_lock(&pool->lock);
    pool->stopping = true;
    pthread_cond_broadcast(&pool->work);
    pthread_mutex_unlock(&pool->lock);
    for (unsigned i = 0; i < pool->thread_count; i++)
        pthread_join(pool->threads[i].thread, NULL);
    pthread_cond_destroy(&pool->done);
    pthread_cond_destroy(&pool->work);
    pthread_mutex_destroy(&pool->lock);
}

unsigned pool_cpus(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? (unsigned)count : 1;
}
