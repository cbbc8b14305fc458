/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "gui/harness.h"
#include "gui/muster-recovery-page.h"

#define KEY "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH"
#define FILE_NAME "Recovery sheet Riverside.pdf"

typedef struct
{
  AdwNavigationPage *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = muster_recovery_page_new ("Riverside", "Riverside Navigators", KEY);
  fixture->window = harness_present (fixture->page, 360, 760);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    harness_close (fixture->window);
}

/* What @program says about the file, or NULL if there is no such program. */
static char *
ask (const char *program, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *const arguments[] = { program, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return answer;
}

/* One page, with the whole key on it. */
static void
assert_sheet (const char *path)
{
  g_auto (GStrv) groups = g_strsplit (KEY, "-", -1);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_assert_cmpuint (length, >, 5000);
  text = ask ("pdftotext", path);
  for (guint i = 0; text != NULL && groups[i] != NULL; i++)
    g_assert_nonnull (strstr (text, groups[i]));
  info = ask ("pdfinfo", path);
  g_assert_true (info == NULL || g_regex_match_simple ("^Pages: +1$", info, G_REGEX_MULTILINE, 0));
}

static void
done_cb (MusterRecoveryPage *page, gboolean *done)
{
  *done = TRUE;
}

/* The two groups that it asks for are numbered. */
static void
type_group (GtkWidget *root, char **groups, guint number)
{
  g_autofree char *title = g_strdup_printf ("Group %u", number);

  if (harness_find_text (root, title) != NULL)
    harness_type (root, title, groups[number - 1]);
}

static void
test_asks (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) groups = g_strsplit (KEY, "-", -1);
  GtkWidget *page = GTK_WIDGET (fixture->page);
  gboolean done = FALSE;

  /* The key is read; the keys of the keyboard go past it. */
  for (GtkWidget *child = gtk_widget_get_first_child (harness_find (page, GTK_TYPE_FLOW_BOX)); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_assert_false (gtk_widget_get_focusable (child));
  g_signal_connect (page, "done", G_CALLBACK (done_cb), &done);
  harness_press (page, "Done");
  g_assert_false (done);
  g_assert_true (harness_shows (page, "This is not what the sheet says in group"));
  for (guint i = 1; i <= g_strv_length (groups); i++)
    type_group (page, groups, i);
  harness_shoot (fixture->window, "recovery");
  harness_press (page, "Done");
  g_assert_true (done);
}

static void
test_prints (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkPrintOperation) print = muster_recovery_page_new_print (MUSTER_RECOVERY_PAGE (fixture->page));
  g_autofree char *folder = g_dir_make_tmp ("muster-test-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->window, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  assert_sheet (path);
  g_remove (path);
  g_rmdir (folder);
}

/* The window that the toolkit opened beside ours. */
static GtkWindow *
find_other (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_other (gpointer window)
{
  return find_other (window) != NULL;
}

static gboolean
is_alone (gpointer window)
{
  return find_other (window) == NULL;
}

/* The dialog has a main loop of its own: it is looked at from there. */
static gboolean
cancel_cb (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWindow *dialog = find_other (fixture->window);

  if (dialog == NULL)
    return G_SOURCE_CONTINUE;
  g_test_message ("it is a %s", G_OBJECT_TYPE_NAME (dialog));
  g_assert_nonnull (strstr (G_OBJECT_TYPE_NAME (dialog), "Print"));
  gtk_window_close (dialog);
  return G_SOURCE_REMOVE;
}

static void
test_print_dialog (Fixture *fixture, gconstpointer data)
{
  g_idle_add (cancel_cb, fixture);
  harness_press (GTK_WIDGET (fixture->page), "Print…");
  harness_wait_for (is_alone, fixture->window);
  g_assert_true (harness_shows (GTK_WIDGET (fixture->page), "This is its recovery key."));
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_saves (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *folder = g_dir_make_tmp ("muster-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *name = g_path_get_basename (folder);
  GStatBuf status;

  if (harness_watches_leaks ())
    {
      g_test_skip ("GTK loses what its threads learnt of the folders above when its dialog closes");
      return;
    }
  g_assert_cmpint (g_chdir (folder), ==, 0);
  harness_press (GTK_WIDGET (fixture->page), "Save as PDF…");
  harness_wait_for (has_other, fixture->window);
  harness_wait_shows (GTK_WIDGET (find_other (fixture->window)), "Save");
  harness_wait_shows (GTK_WIDGET (find_other (fixture->window)), name);
  harness_settle ();
  harness_press (GTK_WIDGET (find_other (fixture->window)), "Save");
  harness_wait_for (exists, path);
  harness_wait_shows (GTK_WIDGET (fixture->page), "Recovery sheet saved. Move it off this computer.");
  assert_sheet (path);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_remove (path);
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_rmdir (folder);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

/* It goes from the clipboard with the page, but what was copied since stays. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->page));
  g_autofree char *text = NULL;
  AdwNavigationPage *other;
  GtkWindow *window;

  harness_press (GTK_WIDGET (fixture->page), "Copy");
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  harness_wait_for (is_read, &text);
  g_assert_cmpstr (text, ==, KEY);
  g_assert_true (harness_shows (GTK_WIDGET (fixture->page), "The clipboard is cleared after a minute."));
  harness_close (g_steal_pointer (&fixture->window));
  g_assert_null (gdk_clipboard_get_content (clipboard));

  other = muster_recovery_page_new ("Riverside", "Riverside Navigators", KEY);
  window = harness_present (other, 360, 760);
  harness_press (GTK_WIDGET (other), "Copy");
  gdk_clipboard_set_text (clipboard, "something else");
  harness_close (window);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
}

#define ADD(name, test) g_test_add ("/gui/recovery-page/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  ADD ("asks", test_asks);
  ADD ("prints", test_prints);
  ADD ("print-dialog", test_print_dialog);
  ADD ("saves", test_saves);
  ADD ("copies", test_copies);
  return g_test_run ();
}
