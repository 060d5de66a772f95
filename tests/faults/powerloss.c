/* A power loss for tests: only what was synced counts.
 *
 * Preloaded into the process under test. Each fsync or fdatasync of a file below $POWERLOSS_DIR copies the file, as it is
 * at that moment, to $POWERLOSS_SHADOW/<inode>; a sync of the directory itself notes which name belongs to which inode.
 * After the process was killed, the shadow is what a disk would hold that keeps nothing else.
 *
 *   cc -shared -fPIC -O1 -o powerloss.so powerloss.c
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void copy_to_shadow(int fd, const char *shadow, unsigned long inode)
{
	char path[4096], beside[4200], buffer[65536], self[64];
	snprintf(path, sizeof path, "%s/%lu", shadow, inode);
	snprintf(beside, sizeof beside, "%s.%d.%ld", path, fd, (long)gettid());
	snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
	/* A descriptor of our own: the one given may be for writing only. */
	int from = open(self, O_RDONLY | O_CLOEXEC);
	int to = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (from >= 0 && to >= 0) {
		off_t at = 0;
		ssize_t n;
		while ((n = pread(from, buffer, sizeof buffer, at)) > 0 && write(to, buffer, (size_t)n) == n)
			at += n;
		rename(beside, path);
	}
	if (to >= 0)
		close(to);
	/* Closing a descriptor of a database would drop SQLite's locks on it; this one stays open on purpose. */
}

static void note_names(const char *directory, const char *shadow)
{
	char path[4096], beside[4200];
	snprintf(path, sizeof path, "%s/names", shadow);
	snprintf(beside, sizeof beside, "%s.%ld", path, (long)gettid());
	DIR *open_directory = opendir(directory);
	FILE *names = fopen(beside, "w");
	struct dirent *entry;
	while (open_directory && names && (entry = readdir(open_directory)) != NULL)
		if (entry->d_name[0] != '.')
			fprintf(names, "%lu %s\n", (unsigned long)entry->d_ino, entry->d_name);
	if (names) {
		fclose(names);
		rename(beside, path);
	}
	if (open_directory)
		closedir(open_directory);
}

static int synced(int fd)
{
	const char *directory = getenv("POWERLOSS_DIR"), *shadow = getenv("POWERLOSS_SHADOW");
	char self[64], path[4096];
	struct stat found;
	snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
	ssize_t length = readlink(self, path, sizeof path - 1);
	if (!directory || !shadow || length <= 0 || fstat(fd, &found) != 0)
		return 0;
	path[length] = 0;
	if (strncmp(path, directory, strlen(directory)) != 0)
		return 0;
	if (S_ISDIR(found.st_mode))
		note_names(path, shadow);
	else
		copy_to_shadow(fd, shadow, (unsigned long)found.st_ino);
	return 0;
}

int fsync(int fd)
{
	return synced(fd);
}

int fdatasync(int fd)
{
	return synced(fd);
}
