/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-password.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "domain/muster-error.h"

#define MAX_PASSWORD 1024

/* Waits for @fd, or for Ctrl+C. */
static gboolean
wait_for (int fd, GCancellable *cancellable, GError **error)
{
  GPollFD polls[2] = { { .fd = fd, .events = G_IO_IN }, { 0 } };
  gboolean has_cancel = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &polls[1]);

  while (g_poll (polls, has_cancel ? 2 : 1, -1) < 0 && errno == EINTR)
    ;
  if (has_cancel)
    g_cancellable_release_fd (cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Byte by byte, so that the next line stays for whoever reads next; in memory that is not swapped, and wiped. */
static MusterSecret *
read_line (int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterSecret) secret = NULL;
  char line[MAX_PASSWORD + 1];
  gsize length = 0;
  gssize n = 1;

  mlock (line, sizeof line);
  while (length < MAX_PASSWORD && wait_for (fd, cancellable, error))
    {
      n = read (fd, line + length, 1);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0 || line[length] == '\n')
        break;
      length++;
    }
  while (length > 0 && line[length - 1] == '\r')
    length--;
  line[length] = '\0';
  if (!g_cancellable_is_cancelled (cancellable) && length > 0 && length < MAX_PASSWORD && n >= 0)
    secret = muster_secret_new_from_text (line);
  explicit_bzero (line, sizeof line);
  munlock (line, sizeof line);
  if (secret == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("There is no password on the first line. Write it there, or leave out the option to be asked."));
  return g_steal_pointer (&secret);
}

static MusterSecret *
ask_once (int terminal, const char *prompt, GCancellable *cancellable, GError **error)
{
  struct termios shown, hidden;
  MusterSecret *secret;

  if (tcgetattr (terminal, &shown) != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The terminal cannot ask for a password. Give it with --password-file."));
      return NULL;
    }
  hidden = shown;
  hidden.c_lflag &= ~ECHO;
  tcsetattr (terminal, TCSAFLUSH, &hidden);
  dprintf (terminal, "%s", prompt);
  secret = read_line (terminal, cancellable, error);
  tcsetattr (terminal, TCSAFLUSH, &shown);
  dprintf (terminal, "\n");
  return secret;
}

static gboolean
is_same (MusterSecret *a, MusterSecret *b)
{
  return muster_secret_get_size (a) == muster_secret_get_size (b) &&
         memcmp (muster_secret_get_bytes (a), muster_secret_get_bytes (b), muster_secret_get_size (a)) == 0;
}

static MusterSecret *
ask (int terminal, const char *prompt, gboolean twice, GCancellable *cancellable, GError **error)
{
  g_autofree char *again = g_strdup_printf (_("%sAgain: "), prompt);
  g_autoptr (MusterSecret) first = ask_once (terminal, prompt, cancellable, error);
  g_autoptr (MusterSecret) second = NULL;

  if (first == NULL || !twice)
    return g_steal_pointer (&first);
  second = ask_once (terminal, again, cancellable, error);
  if (second == NULL)
    return NULL;
  if (is_same (first, second))
    return g_steal_pointer (&first);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The two passwords differ. Start again."));
  return NULL;
}

/* As errno says. A wrong option, and not a wrong password. */
static void
blame_file (const char *file, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The file “%s”, whose first line was to be read, cannot be opened: %s."), file, g_strerror (errno));
}

gboolean
muster_ctl_password_check_file (const char *file, GError **error)
{
  if (file == NULL || g_str_equal (file, "-") || g_access (file, R_OK) == 0)
    return TRUE;
  blame_file (file, error);
  return FALSE;
}

MusterSecret *
muster_ctl_password_read (const char *file, const char *prompt, gboolean twice, GCancellable *cancellable, GError **error)
{
  MusterSecret *secret;
  int fd;

  if (g_strcmp0 (file, "-") == 0)
    return read_line (STDIN_FILENO, cancellable, error);
  fd = open (file != NULL ? file : "/dev/tty", (file != NULL ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NOCTTY);
  if (fd < 0 && file == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("There is no terminal to ask for the password on. Give it with --password-file."));
  else if (fd < 0)
    blame_file (file, error);
  if (fd < 0)
    return NULL;
  secret = file != NULL ? read_line (fd, cancellable, error) : ask (fd, prompt, twice, cancellable, error);
  close (fd);
  return secret;
}

MusterSecret *
muster_ctl_password_read_second (const char *file, GCancellable *cancellable)
{
  g_autoptr (MusterSecret) first = NULL;
  MusterSecret *second;
  int fd;

  if (g_str_equal (file, "-"))
    return read_line (STDIN_FILENO, cancellable, NULL);
  fd = open (file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return NULL;
  first = read_line (fd, cancellable, NULL);
  second = read_line (fd, cancellable, NULL);
  close (fd);
  return second;
}
