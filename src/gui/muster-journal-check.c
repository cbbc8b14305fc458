/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-journal-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "gui/muster-background.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-progress.h"

#define SHOWN_REMARKS 5

struct _MusterJournalCheck
{
  AdwBin parent_instance;

  MusterStore *store;
  GtkRevealer *progress_revealer;
  MusterProgress *progress;
  GtkRevealer *result_revealer;
  GtkWidget *result_box;
  GtkImage *result_icon;
  GtkLabel *result_title;
  GtkLabel *result_text;
  gboolean running;
  gboolean shows_copy; /* that this is another copy of the register */
};

G_DEFINE_FINAL_TYPE (MusterJournalCheck, muster_journal_check, ADW_TYPE_BIN)

typedef struct
{
  MusterStore *store;
  char *checkpoint;
  MusterProgressMeter *meter;
  MusterVerification *verification;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->store);
  g_free (check->checkpoint);
  muster_progress_meter_unref (check->meter);
  g_clear_pointer (&check->verification, muster_verification_free);
  g_free (check);
}

static gboolean
verify_in_thread (gpointer data, GCancellable *cancellable, GError **error)
{
  Check *check = data;

  check->verification = muster_verify (check->store, check->checkpoint, muster_progress_meter_report, check->meter, cancellable, error);
  return check->verification != NULL;
}

static void
show_result (MusterJournalCheck *self, gboolean ok, const char *title, const char *text)
{
  g_autofree char *spoken = g_strdup_printf ("%s %s", title, text);

  gtk_image_set_from_icon_name (self->result_icon, ok ? "security-high-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->result_title, title);
  gtk_label_set_label (self->result_text, text);
  gtk_widget_remove_css_class (self->result_box, ok ? "error" : "success");
  gtk_widget_add_css_class (self->result_box, ok ? "success" : "error");
  gtk_revealer_set_reveal_child (self->result_revealer, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static const char *
get_title (const MusterVerification *verification)
{
  if (verification->only_search)
    return _("The Search Did Not Find Everybody");
  if (verification->other_copy)
    return _("Not the Copy That This Computer Saw Last");
  return verification->ok ? _("The Journal Is Sound") : _("The Journal Is Damaged");
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterJournalCheck *self = MUSTER_JOURNAL_CHECK (source);
  Check *check = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->running = FALSE;
  if (self->progress == NULL)
    return;
  muster_progress_end (self->progress);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  if (!muster_background_finish (result, &error))
    {
      muster_gui_error_show (GTK_WIDGET (self), error);
      return;
    }
  text = muster_journal_check_dup_text (check->verification);
  self->shows_copy = check->verification->other_copy;
  show_result (self, check->verification->ok, get_title (check->verification), text);
}

static void
close_result_cb (MusterJournalCheck *self)
{
  gtk_revealer_set_reveal_child (self->result_revealer, FALSE);
}

/* What was said of another copy is over once it is accepted. */
static void
changed_cb (MusterJournalCheck *self)
{
  if (!self->shows_copy || muster_store_is_other_copy (self->store))
    return;
  self->shows_copy = FALSE;
  close_result_cb (self);
}

static void
muster_journal_check_dispose (GObject *object)
{
  MusterJournalCheck *self = MUSTER_JOURNAL_CHECK (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_JOURNAL_CHECK);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_journal_check_parent_class)->dispose (object);
}

static void
muster_journal_check_class_init (MusterJournalCheckClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_journal_check_dispose;
  g_type_ensure (MUSTER_TYPE_PROGRESS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-journal-check.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterJournalCheck, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalCheck, progress);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalCheck, result_revealer);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalCheck, result_box);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalCheck, result_icon);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalCheck, result_title);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalCheck, result_text);
  gtk_widget_class_bind_template_callback (widget_class, close_result_cb);
}

static void
muster_journal_check_init (MusterJournalCheck *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_journal_check_set_store (MusterJournalCheck *self, MusterStore *store)
{
  const char *damage = muster_store_get_damage (store);

  g_return_if_fail (MUSTER_IS_JOURNAL_CHECK (self));
  g_set_object (&self->store, store);
  self->shows_copy = muster_store_is_other_copy (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (damage != NULL)
    show_result (self, FALSE, self->shows_copy ? _("Not the Copy That This Computer Saw Last") : _("The Journal Is Damaged"), damage);
}

void
muster_journal_check_run (MusterJournalCheck *self, const char *checkpoint)
{
  g_autoptr (GCancellable) cancellable = NULL;
  Check *check;

  g_return_if_fail (MUSTER_IS_JOURNAL_CHECK (self));
  if (self->running)
    return;
  self->running = TRUE;
  close_result_cb (self);
  cancellable = muster_progress_begin (self->progress, _("Checking every entry of the journal"));
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  check = g_new0 (Check, 1);
  check->store = g_object_ref (self->store);
  check->checkpoint = g_strdup (checkpoint);
  check->meter = muster_progress_get_meter (self->progress);
  muster_background_run (self, verify_in_thread, check, check_free, cancellable, verified_cb, NULL);
}

/* What is sound, with what is no fault but worth knowing. */
static char *
dup_sound (const MusterVerification *verification)
{
  g_autofree char *entries = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The only entry is sound.", "All %'" PRId64 " entries are sound.", (gulong) verification->entries), verification->entries);

  if (verification->only_search)
    return g_strdup_printf ("%s %s", entries, verification->what);
  if (verification->anchored == 0)
    return g_strdup_printf (_("%s No checkpoint outside of the register vouches for them yet."), entries);
  /* Translators: %1$s is “All 1,204 entries are sound.” */
  return g_strdup_printf (_("%s A checkpoint outside of the register vouches for %'" PRId64 " of them."), entries, verification->anchored);
}

char *
muster_journal_check_dup_text (const MusterVerification *verification)
{
  guint n_remarks = verification->remarks != NULL ? verification->remarks->len : 0;
  g_autofree char *sound = NULL;
  GString *text;

  if (verification->other_copy)
    return g_strdup_printf (_("%s Bring the newer copy back if there is one. If this one is meant, an administrator accepts it; until then it is only read."), verification->what);
  if (!verification->ok && verification->bad_entry > 0)
    return g_strdup_printf (_("The first bad entry is number %" PRId64 ": %s Do not work on with this register. Keep a copy of its folder as it is, and go back to your last backup from before that entry."),
                            verification->bad_entry, verification->what);
  if (!verification->ok && !verification->only_search)
    return g_strdup_printf (_("%s Do not work on with this register. Keep a copy of its folder as it is, and go back to your last backup."), verification->what);
  sound = dup_sound (verification);
  text = g_string_new (sound);
  for (guint i = 0; i < MIN (n_remarks, SHOWN_REMARKS); i++)
    g_string_append_printf (text, "\n\n%s", (const char *) verification->remarks->pdata[i]);
  if (n_remarks > SHOWN_REMARKS)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text, _("… and %u more: “musterctl verify” lists them all."), n_remarks - SHOWN_REMARKS);
    }
  return g_string_free_and_steal (text);
}
