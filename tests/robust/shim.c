/* A library to preload: counts, fails and writes down what a process asks of the system below one folder.

   It knows nothing of the game. Everything outside the watched folder passes untouched. */

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_FILES 1024
#define MOST_CALLS 100000
#define REAL(name) ((__typeof__(&name))next(#name))

static char folder[4096];
static char watched[MOST_FILES]; /* by descriptor: whether it is below the folder */
static char trace[MOST_CALLS + 1];
static long calls, first;
static int error, forever, record = -1;
static char kinds[32];

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

/* --- what the driver calls --- */

void shim_watch(const char *path) { snprintf(folder, sizeof folder, "%s", path); }

/* From call `at` on (the first is 1; 0: never) fail those of the kinds; just that one unless `always`. */
void shim_arm(long at, int number, const char *which, int always) {
    calls = 0, first = at, error = number, forever = always;
    snprintf(kinds, sizeof kinds, "%s", which);
    memset(trace, 0, sizeof trace);
}

const char *shim_trace(void) { return trace; }

/* Write down all changes to this descriptor from now on; -1 stops it. */
void shim_record(int handle) { record = handle; }

/* --- writing down --- */

static void put(const void *data, size_t size) {
    while (record >= 0 && size > 0) {
        ssize_t done = REAL(write)(record, data, size);
        if (done <= 0) return;
        data = (const char *)data + done, size -= (size_t)done;
    }
}

static void note(char what, const char *one, const char *two, uint64_t node, int64_t at, const void *data, size_t size) {
    if (record < 0) return;
    struct __attribute__((packed)) { char what; uint32_t one, two; uint64_t node; int64_t at; uint32_t size; } head =
        {what, (uint32_t)strlen(one), (uint32_t)strlen(two), node, at, (uint32_t)size};
    put(&head, sizeof head), put(one, head.one), put(two, head.two);
    if (data) put(data, size);
}

void shim_mark(const char *words) { note('!', words, "", 0, 0, 0, 0); }

static uint64_t node_of(int handle) {
    struct stat found;
    return REAL(fstat)(handle, &found) ? 0 : found.st_ino;
}

/* --- counting and failing --- */

static int below(const char *path) { return *folder && path && !strncmp(path, folder, strlen(folder)); }

static int ours(int handle) { return handle >= 0 && handle < MOST_FILES && watched[handle]; }

static int fails(char kind) {
    if (calls < MOST_CALLS) trace[calls] = kind;
    calls++;
    if (!first || calls < first || (!forever && calls > first) || !strchr(kinds, kind)) return 0;
    errno = error;
    return 1;
}

/* --- the calls --- */

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
    struct stat was;
    if (!below(path)) return real(path, flags, mode);
    int there = !REAL(stat)(path, &was);
    int is_folder = there && S_ISDIR(was.st_mode);
    char kind = flags & O_CREAT && !there ? 'C' : flags & (O_WRONLY | O_RDWR) ? 'O' : is_folder ? 'D' : 'o';
    if (fails(kind)) return -1;
    int handle = real(path, flags, mode);
    if (handle < 0) return handle;
    if (handle < MOST_FILES) watched[handle] = 1;
    if (!is_folder) note(there ? 'O' : 'C', path, "", node_of(handle), 0, 0, 0);
    if (there && flags & O_TRUNC) note('T', "", "", node_of(handle), 0, 0, 0);
    return handle;
}

#define OPEN(name)                                                    \
    int name(const char *path, int flags, ...) {                      \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;     \
        va_end(more);                                                 \
        return opened(REAL(name), path, flags, mode);                 \
    }
OPEN(open)
OPEN(open64)

int close(int handle) {
    if (handle >= 0 && handle < MOST_FILES) watched[handle] = 0;
    return REAL(close)(handle);
}

ssize_t read(int handle, void *data, size_t size) {
    return ours(handle) && fails('r') ? -1 : REAL(read)(handle, data, size);
}

#define PREAD(name, offset)                                                          \
    ssize_t name(int handle, void *data, size_t size, offset at) {                   \
        return ours(handle) && fails('r') ? -1 : REAL(name)(handle, data, size, at); \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

ssize_t write(int handle, const void *data, size_t size) {
    if (!ours(handle)) return REAL(write)(handle, data, size);
    int full = fails('w');
    /* A disk that is getting full takes a part first. */
    if (full && !(error == ENOSPC && size > 1 && calls == first)) return -1;
    struct stat was;
    int64_t at = fcntl(handle, F_GETFL) & O_APPEND && !REAL(fstat)(handle, &was) ? was.st_size : lseek(handle, 0, SEEK_CUR);
    ssize_t done = REAL(write)(handle, data, full ? size / 2 : size);
    if (done > 0) note('W', "", "", node_of(handle), at, data, (size_t)done);
    return done;
}

#define PWRITE(name, offset)                                                           \
    ssize_t name(int handle, const void *data, size_t size, offset at) {               \
        if (!ours(handle)) return REAL(name)(handle, data, size, at);                  \
        int full = fails('w');                                                         \
        if (full && !(error == ENOSPC && size > 1 && calls == first)) return -1;       \
        ssize_t done = REAL(name)(handle, data, full ? size / 2 : size, at);           \
        if (done > 0) note('W', "", "", node_of(handle), at, data, (size_t)done);      \
        return done;                                                                   \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name)                                                                       \
    int name(int handle) {                                                               \
        struct stat found;                                                               \
        char path[4096] = "", link[64];                                                  \
        if (!ours(handle)) return REAL(name)(handle);                                    \
        int is_folder = !REAL(fstat)(handle, &found) && S_ISDIR(found.st_mode);          \
        if (fails(is_folder ? 'd' : 's')) return -1;                                     \
        snprintf(link, sizeof link, "/proc/self/fd/%d", handle);                         \
        if (is_folder && readlink(link, path, sizeof path - 1) < 0) return -1;           \
        note(is_folder ? 'D' : 'S', path, "", found.st_ino, 0, 0, 0);                    \
        return 0; /* the tests only ask whether it was called; a disk takes its time */  \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset)                                     \
    int name(int handle, offset size) {                            \
        if (ours(handle) && fails('t')) return -1;                 \
        int done = REAL(name)(handle, size);                       \
        if (!done && ours(handle)) note('T', "", "", node_of(handle), size, 0, 0); \
        return done;                                               \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *old, const char *new) {
    if (below(new) && fails('n')) return -1;
    int done = REAL(rename)(old, new);
    if (!done && below(new)) note('N', old, new, 0, 0, 0, 0);
    return done;
}

int link(const char *old, const char *new) {
    if (below(new) && fails('l')) return -1;
    int done = REAL(link)(old, new);
    if (!done && below(new)) note('L', old, new, 0, 0, 0, 0);
    return done;
}

/* What Python calls for a hard link. */
int linkat(int from, const char *old, int to, const char *new, int flags) {
    if (below(new) && fails('l')) return -1;
    int done = REAL(linkat)(from, old, to, new, flags);
    if (!done && below(new)) note('L', old, new, 0, 0, 0, 0);
    return done;
}

int unlink(const char *path) {
    if (below(path) && fails('u')) return -1;
    int done = REAL(unlink)(path);
    if (!done && below(path)) note('U', path, "", 0, 0, 0, 0);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    if (below(path) && fails('m')) return -1;
    int done = REAL(mkdir)(path, mode);
    if (!done && below(path)) note('M', path, "", 0, 0, 0, 0);
    return done;
}

DIR *opendir(const char *path) { return below(path) && fails('k') ? NULL : REAL(opendir)(path); }

int access(const char *path, int mode) { return below(path) && fails('a') ? -1 : REAL(access)(path, mode); }

#define STAT(name, kind)                                                    \
    int name(const char *path, struct kind *found) {                        \
        return below(path) && fails('a') ? -1 : REAL(name)(path, found);    \
    }
STAT(stat, stat)
STAT(stat64, stat64)
STAT(lstat, stat)
STAT(lstat64, stat64)

#define FSTAT(name, kind)                                                   \
    int name(int handle, struct kind *found) {                              \
        return ours(handle) && fails('a') ? -1 : REAL(name)(handle, found); \
    }
FSTAT(fstat, stat)
FSTAT(fstat64, stat64)

#define FCNTL(name)                                                                              \
    int name(int handle, int what, ...) {                                                        \
        va_list more;                                                                            \
        va_start(more, what);                                                                    \
        void *argument = va_arg(more, void *);                                                   \
        va_end(more);                                                                            \
        int locks = what == F_SETLK || what == F_SETLKW;                                         \
        /* Giving a lock back does not fail on any system that gives locks. */                   \
        if (locks && ours(handle) && ((struct flock *)argument)->l_type != F_UNLCK && fails('f')) \
            return -1;                                                                           \
        return REAL(name)(handle, what, argument);                                               \
    }
FCNTL(fcntl)
FCNTL(fcntl64)
