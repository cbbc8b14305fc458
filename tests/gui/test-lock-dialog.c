/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness-register.h"
#include "gui/muster-lock-dialog.h"

typedef struct
{
  MusterStore *store;
  MusterLockDialog *dialog;
  GtkWindow *window;
  guint unlocked;
  guint signed_out;
  guint quit;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
present (Fixture *fixture, MusterLockReason reason, guint minutes)
{
  fixture->dialog = muster_lock_dialog_new (fixture->store, reason, minutes);
  g_signal_connect_swapped (fixture->dialog, "unlocked", G_CALLBACK (count_cb), &fixture->unlocked);
  g_signal_connect_swapped (fixture->dialog, "sign-out", G_CALLBACK (count_cb), &fixture->signed_out);
  g_signal_connect_swapped (fixture->dialog, "quit", G_CALLBACK (count_cb), &fixture->quit);
  fixture->window = harness_present_dialog (ADW_DIALOG (fixture->dialog), 600, 700);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = harness_store_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    harness_close_dialog (fixture->window);
  muster_store_close (fixture->store);
  harness_release (fixture->store);
}

/* It says why, and for whom. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterLockReason reason;
    guint minutes;
    const char *text;
  } cases[] = {
    { MUSTER_LOCK_REQUESTED, 10, "Muster was locked by hand." },
    { MUSTER_LOCK_IDLE, 1, "after a minute without use." },
    { MUSTER_LOCK_IDLE, 10, "after 10 minutes without use." },
    { MUSTER_LOCK_SCREEN, 10, "when the screen was locked." },
    { MUSTER_LOCK_SUSPEND, 10, "when the computer went to sleep." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      present (fixture, cases[i].reason, cases[i].minutes);
      g_assert_true (harness_shows (GTK_WIDGET (fixture->dialog), cases[i].text));
      g_assert_true (harness_shows (GTK_WIDGET (fixture->dialog), "Everything is as you left it, Alex Morgan."));
      harness_close_dialog (g_steal_pointer (&fixture->window));
    }
}

static gboolean
is_unlocked (Fixture *fixture)
{
  return fixture->unlocked > 0;
}

static gboolean
is_refused (Fixture *fixture)
{
  return gtk_widget_has_css_class (harness_find_text (GTK_WIDGET (fixture->dialog), "Password"), "error");
}

/* The message pushes nothing out of sight. */
static gboolean
has_room (gpointer dialog)
{
  GtkWidget *child = adw_dialog_get_child (dialog);
  int width = gtk_widget_get_width (child) + gtk_widget_get_margin_start (child) + gtk_widget_get_margin_end (child);
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return gtk_widget_get_height (child) + gtk_widget_get_margin_top (child) + gtk_widget_get_margin_bottom (child) >= natural;
}

static void
test_password (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root, *focus;

  present (fixture, MUSTER_LOCK_REQUESTED, 10);
  root = GTK_WIDGET (fixture->dialog);
  harness_type (root, "Password", "not the password");
  harness_press (root, "Unlock");
  harness_wait_for (is_refused, fixture);
  g_assert_cmpuint (fixture->unlocked, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (harness_find_text (root, "Password"))), ==, "");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, harness_find_text (root, "Password")));
  harness_wait_for (has_room, root);
  harness_shoot (fixture->window, "lock-refused");

  harness_type (root, "Password", HARNESS_PASSWORD);
  harness_press (root, "Unlock");
  harness_wait_for (is_unlocked, fixture);
  g_assert_cmpuint (fixture->unlocked, ==, 1);
}

/* There are two other ways on, and closing is none of them. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  present (fixture, MUSTER_LOCK_REQUESTED, 10);
  harness_press (GTK_WIDGET (fixture->dialog), "Sign Out");
  g_assert_cmpuint (fixture->signed_out, ==, 1);
  g_assert_false (adw_dialog_close (ADW_DIALOG (fixture->dialog)));
  harness_settle ();
  g_assert_cmpuint (fixture->quit, ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->dialog)));
  g_assert_cmpuint (fixture->unlocked, ==, 0);
}

#define ADD(name, test) g_test_add ("/gui/lock-dialog/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  ADD ("reasons", test_reasons);
  ADD ("password", test_password);
  ADD ("ways", test_ways);
  return g_test_run ();
}
