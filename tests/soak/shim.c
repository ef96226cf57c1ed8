/* Faults at the n-th operation on the files of one folder, for any program: LD_PRELOAD this library, name the folder in
 * FAULT_ROOT, and call fault_arm from inside the process (Python: ctypes.CDLL(None).fault_arm(...)).
 *
 * Counted are the calls by which bytes and names change or become durable: creating open, write, pwrite, fsync,
 * fdatasync, ftruncate, rename, unlink, mkdir. Everything DuckDB and Python do goes through them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { COUNT = 0, DIE_BEFORE = 1, DIE_AFTER = 2, DIE_TORN = 3, FAIL_ONCE = 4, FAIL_ON = 5, TEAR_ONCE = 6 };
enum verdict { GO_ON, DIE_NEXT, FAIL, TORN_DIE, TORN_FAIL };

static long armed_at, counted;
static int mode_now, error_now, is_armed;
static int log_to = -1;
static char last_operation[PATH_MAX + 32];

void fault_arm(long at, int mode, int error) {
    armed_at = at;
    mode_now = mode;
    error_now = error;
    __atomic_store_n(&counted, 0, __ATOMIC_SEQ_CST);
    last_operation[0] = 0;
    __atomic_store_n(&is_armed, 1, __ATOMIC_SEQ_CST);
}
long fault_disarm(void) {
    __atomic_store_n(&is_armed, 0, __ATOMIC_SEQ_CST);
    return counted;
}
void fault_log(int fd) { log_to = fd; }
const char *fault_struck(void) { return last_operation; }

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_ours(const char *path) {
    static const char *root;
    if (!root && !(root = getenv("FAULT_ROOT"))) return 0;
    return !strncmp(path, root, strlen(root));
}
static const char *path_of(int fd, char *room) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, room, PATH_MAX - 1);
    if (length < 0) return "";
    room[length] = 0;
    return room;
}
static enum verdict judged(const char *what, const char *path) {
    if (!__atomic_load_n(&is_armed, __ATOMIC_SEQ_CST) || !is_ours(path)) return GO_ON;
    long turn = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    if (log_to >= 0) {
        char line[PATH_MAX + 32];
        int length = snprintf(line, sizeof line, "%s %s\n", what, path);
        if (syscall(SYS_write, log_to, line, length) != length) abort();
    }
    int hit = turn == armed_at || (mode_now == FAIL_ON && turn > armed_at && armed_at > 0);
    if (!hit || mode_now == COUNT) return GO_ON;
    if (turn == armed_at) snprintf(last_operation, sizeof last_operation, "%s %s", what, path);
    switch (mode_now) {
    case DIE_BEFORE: kill(getpid(), SIGKILL); pause(); return GO_ON;
    case DIE_AFTER: return DIE_NEXT;
    case DIE_TORN: return TORN_DIE;
    case TEAR_ONCE: return TORN_FAIL;
    /* A full or broken disk still lets files go and names change back. */
    case FAIL_ON: if (error_now == ENOSPC && (!strcmp(what, "unlink") || !strcmp(what, "ftruncate"))) return GO_ON;
    default: return FAIL;
    }
}
#define FINISHED(verdict) if ((verdict) == DIE_NEXT || (verdict) == TORN_DIE) { kill(getpid(), SIGKILL); pause(); }
#define REFUSED(verdict) if ((verdict) == FAIL || (verdict) == TORN_FAIL) { errno = error_now; return -1; }

#define FD_CALL(type, name, what, parameters, arguments, half)                                                        \
    type name parameters {                                                                                            \
        static type (*real) parameters;                                                                               \
        if (!real) real = (type (*) parameters)next(#name);                                                           \
        if (!__atomic_load_n(&is_armed, __ATOMIC_SEQ_CST)) return real arguments;                                     \
        char room[PATH_MAX];                                                                                          \
        enum verdict verdict = judged(what, path_of(fd, room));                                                       \
        if (verdict == FAIL) { errno = error_now; return -1; }                                                        \
        if (verdict == TORN_DIE || verdict == TORN_FAIL) {                                                            \
            half;                                                                                                     \
            FINISHED(verdict);                                                                                        \
            errno = error_now;                                                                                        \
            return -1;                                                                                                \
        }                                                                                                             \
        type answer = real arguments;                                                                                 \
        FINISHED(verdict);                                                                                            \
        return answer;                                                                                                \
    }

FD_CALL(ssize_t, write, "write", (int fd, const void *data, size_t size), (fd, data, size), real(fd, data, size / 2))
FD_CALL(ssize_t, pwrite, "write", (int fd, const void *data, size_t size, off_t at), (fd, data, size, at),
        real(fd, data, size / 2, at))
FD_CALL(ssize_t, pwrite64, "write", (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at),
        real(fd, data, size / 2, at))
FD_CALL(ssize_t, writev, "write", (int fd, const struct iovec *parts, int count), (fd, parts, count), (void)0)
FD_CALL(int, fsync, "fsync", (int fd), (fd), (void)0)
FD_CALL(int, fdatasync, "fsync", (int fd), (fd), (void)0)
FD_CALL(int, ftruncate, "ftruncate", (int fd, off_t size), (fd, size), (void)0)
FD_CALL(int, ftruncate64, "ftruncate", (int fd, off64_t size), (fd, size), (void)0)

#define PATH_CALL(name, what, parameters, arguments, path)                                                            \
    int name parameters {                                                                                             \
        static int (*real) parameters;                                                                                \
        if (!real) real = (int (*) parameters)next(#name);                                                            \
        enum verdict verdict = judged(what, path);                                                                    \
        REFUSED(verdict);                                                                                             \
        int answer = real arguments;                                                                                  \
        FINISHED(verdict);                                                                                            \
        return answer;                                                                                                \
    }

PATH_CALL(rename, "rename", (const char *from, const char *to), (from, to), to)
PATH_CALL(unlink, "unlink", (const char *path), (path), path)
PATH_CALL(remove, "unlink", (const char *path), (path), path)
PATH_CALL(mkdir, "mkdir", (const char *path, mode_t mode), (path, mode), path)
PATH_CALL(renameat, "rename", (int a, const char *from, int b, const char *to), (a, from, b, to), to)
PATH_CALL(unlinkat, "unlink", (int at, const char *path, int flags), (at, path, flags), path)
PATH_CALL(mkdirat, "mkdir", (int at, const char *path, mode_t mode), (at, path, mode), path)

static int makes(const char *path, int flags) { return (flags & O_CREAT) && access(path, F_OK) != 0; }

#define OPEN_CALL(name)                                                                                               \
    int name(const char *path, int flags, ...) {                                                                      \
        static int (*real)(const char *, int, ...);                                                                   \
        if (!real) real = (int (*)(const char *, int, ...))next(#name);                                               \
        mode_t mode = 0;                                                                                              \
        if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }      \
        enum verdict verdict = makes(path, flags) ? judged("create", path) : GO_ON;                                   \
        REFUSED(verdict);                                                                                             \
        int answer = real(path, flags, mode);                                                                         \
        FINISHED(verdict);                                                                                            \
        return answer;                                                                                                \
    }
OPEN_CALL(open)
OPEN_CALL(open64)
