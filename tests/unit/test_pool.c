#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { JOBS = 500, WORKERS_MOST = 8 };

static const unsigned WORKERS[] = {1, 2, WORKERS_MOST};

typedef struct {
    uint32_t number, work, result;
} Job;

// What belongs to one worker: two threads with one index would race for it.
typedef struct {
    size_t done[WORKERS_MOST];
} Shared;

static uint32_t scramble(uint32_t value) {
    value ^= value << 13;
    value ^= value >> 17;
    return value ^ value << 5;
}

static void do_job(void *shared, unsigned worker, void *item) {
    Job *job = item;
    job->result = job->number + 1;
    for (uint32_t i = 0; i < job->work; i++) job->result = scramble(job->result);
    ((Shared *)shared)->done[worker]++;
}

// Runs jobs of very different lengths and gives their results in the order of return.
static void run_jobs(unsigned workers, size_t window, uint32_t results[JOBS]) {
    Arena arena = {0};
    Shared shared = {0};
    static Job jobs[JOBS];
    Pool *pool = pool_start(&arena, workers, window, do_job, &shared);
    size_t submitted = 0, returned = 0;
    while (returned < JOBS) {
        for (; submitted < JOBS && !pool_full(pool); submitted++) {
            uint32_t number = (uint32_t)submitted;
            jobs[number] = (Job){.number = number, .work = scramble(number + 99) % 5000};
            pool_submit(pool, &jobs[number]);
        }
        Job *job = pool_next(pool);
        assert_int_equal(job->number, returned);
        results[returned++] = job->result;
    }
    pool_stop(pool);
    size_t done = 0;
    for (unsigned i = 0; i < WORKERS_MOST; i++) done += shared.done[i];
    assert_int_equal(done, JOBS);
    arena_free(&arena);
}

static void results_come_in_the_order_of_submission(void **state) {
    (void)state;
    uint32_t results[JOBS];
    for (size_t i = 0; i < 3; i++) run_jobs(WORKERS[i], 16, results);
}

static void results_do_not_depend_on_the_number_of_workers(void **state) {
    (void)state;
    uint32_t alone[JOBS], together[JOBS];
    run_jobs(1, 16, alone);
    for (size_t i = 1; i < 3; i++) {
        run_jobs(WORKERS[i], 16, together);
        assert_memory_equal(alone, together, sizeof alone);
    }
}

static void a_window_may_be_smaller_than_the_number_of_workers(void **state) {
    (void)state;
    uint32_t results[JOBS];
    run_jobs(WORKERS_MOST, 1, results);
    run_jobs(WORKERS_MOST, 3, results);
}

static void a_window_may_be_larger_than_the_number_of_jobs(void **state) {
    (void)state;
    uint32_t results[JOBS];
    run_jobs(2, JOBS + 1, results);
}

// Job 0 ends only after job 1 has.
static void wait_or_post(void *shared, unsigned worker, void *item) {
    (void)worker;
    if (((Job *)item)->number == 0)
        sem_wait(shared);
    else
        sem_post(shared);
}

static void a_job_done_early_waits_for_those_before_it(void **state) {
    (void)state;
    Arena arena = {0};
    sem_t done;
    sem_init(&done, 0, 0);
    Job jobs[] = {{.number = 0}, {.number = 1}};
    Pool *pool = pool_start(&arena, 2, 2, wait_or_post, &done);
    pool_submit(pool, &jobs[0]);
    pool_submit(pool, &jobs[1]);
    assert_ptr_equal(pool_next(pool), &jobs[0]);
    assert_ptr_equal(pool_next(pool), &jobs[1]);
    pool_stop(pool);
    sem_destroy(&done);
    arena_free(&arena);
}

static void a_pool_is_full_when_its_window_is_in_flight(void **state) {
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        Arena arena = {0};
        Shared shared = {0};
        Job jobs[5] = {0};
        Pool *pool = pool_start(&arena, WORKERS[i], 4, do_job, &shared);
        for (size_t job = 0; job < 4; job++) {
            assert_false(pool_full(pool));
            pool_submit(pool, &jobs[job]);
        }
        assert_true(pool_full(pool));
        pool_next(pool);
        assert_false(pool_full(pool));
        pool_submit(pool, &jobs[4]);
        assert_true(pool_full(pool));
        pool_stop(pool);
        arena_free(&arena);
    }
}

static void with_nothing_in_flight_there_is_no_next(void **state) {
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        Arena arena = {0};
        Shared shared = {0};
        Job job = {0};
        Pool *pool = pool_start(&arena, WORKERS[i], 4, do_job, &shared);
        assert_null(pool_next(pool));
        pool_submit(pool, &job);
        assert_ptr_equal(pool_next(pool), &job);
        assert_null(pool_next(pool));
        pool_stop(pool);
        arena_free(&arena);
    }
}

static void a_stop_waits_for_the_jobs_in_flight(void **state) {
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        Arena arena = {0};
        Shared shared = {0};
        Job jobs[10] = {0};
        Pool *pool = pool_start(&arena, WORKERS[i], 10, do_job, &shared);
        for (size_t job = 0; job < 10; job++) {
            jobs[job].work = 20000;
            pool_submit(pool, &jobs[job]);
        }
        pool_stop(pool);
        for (size_t job = 0; job < 10; job++) assert_int_not_equal(jobs[job].result, 0);
        arena_free(&arena);
    }
}

static void a_pool_can_stop_before_it_did_anything(void **state) {
    (void)state;
    for (int round = 0; round < 100; round++) {
        Arena arena = {0};
        pool_stop(
            pool_start(&arena, 1 + (unsigned)round % WORKERS_MOST, 4, do_job, NULL));
        arena_free(&arena);
    }
}

static void note_thread(void *shared, unsigned worker, void *item) {
    (void)worker, (void)item;
    *(pthread_t *)shared = pthread_self();
}

static void a_single_worker_is_the_owners_own_thread(void **state) {
    (void)state;
    Arena arena = {0};
    pthread_t thread = {0};
    Pool *pool = pool_start(&arena, 1, 4, note_thread, &thread);
    pool_submit(pool, &(Job){0});
    pool_stop(pool);
    assert_true(pthread_equal(thread, pthread_self()));
    arena_free(&arena);
}

static void processors_not_allowed_to_us_do_not_count(void **state) {
    (void)state;
    assert_in_range(pool_cpus(), 1, CPU_SETSIZE);
    pid_t child = fork();
    if (!child) {
        cpu_set_t allowed, first;
        sched_getaffinity(0, sizeof allowed, &allowed);
        CPU_ZERO(&first);
        for (size_t cpu = 0; !CPU_COUNT(&first); cpu++)
            if (CPU_ISSET(cpu, &allowed)) CPU_SET(cpu, &first);
        sched_setaffinity(0, sizeof first, &first);
        _exit((int)pool_cpus());
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(WEXITSTATUS(status), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(processors_not_allowed_to_us_do_not_count),
        cmocka_unit_test(results_come_in_the_order_of_submission),
        cmocka_unit_test(results_do_not_depend_on_the_number_of_workers),
        cmocka_unit_test(a_window_may_be_smaller_than_the_number_of_workers),
        cmocka_unit_test(a_window_may_be_larger_than_the_number_of_jobs),
        cmocka_unit_test(a_job_done_early_waits_for_those_before_it),
        cmocka_unit_test(a_pool_is_full_when_its_window_is_in_flight),
        cmocka_unit_test(with_nothing_in_flight_there_is_no_next),
        cmocka_unit_test(a_stop_waits_for_the_jobs_in_flight),
        cmocka_unit_test(a_pool_can_stop_before_it_did_anything),
        cmocka_unit_test(a_single_worker_is_the_owners_own_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
