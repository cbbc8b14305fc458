/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-journal-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-change-text.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"

#define MAX_CHANGES 100
#define HASH_SIGNS 16

struct _MusterJournalDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
  MusterRowGroup *entry_group;
  MusterRowGroup *detail_group;
};

G_DEFINE_FINAL_TYPE (MusterJournalDialog, muster_journal_dialog, ADW_TYPE_DIALOG)

static char *
dup_hash (const MusterJournalEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < HASH_SIGNS / 2; i++)
    g_string_append_printf (text, "%02x", entry->hash[i]);
  g_string_append (text, "…");
  return g_string_free_and_steal (text);
}

static void
show_entry (MusterJournalDialog *self, MusterJournalItem *item)
{
  const MusterJournalEntry *entry = muster_journal_item_get_entry (item);
  g_autofree char *when = muster_gui_text_dup_time (entry->time);
  g_autofree char *who = muster_journal_item_dup_who (item);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
  g_autofree char *hash = dup_hash (entry);

  muster_row_group_begin (self->entry_group);
  muster_row_group_add_value (self->entry_group, _("When"), when);
  muster_row_group_add_value (self->entry_group, _("Who"), who);
  muster_row_group_add_value (self->entry_group, _("About"), entry->subject);
  muster_row_group_add_value (self->entry_group, _("Why"), entry->reason);
  muster_row_group_add_value (self->entry_group, _("Number of the Entry"), number);
  muster_row_group_add_value (self->entry_group, _("Fingerprint"), hash);
  muster_row_group_end (self->entry_group);
}

static void
show_details (MusterJournalDialog *self, const char *detail)
{
  g_auto (GStrv) lines = g_strsplit (detail != NULL ? detail : "", "\n", -1);

  muster_row_group_begin (self->detail_group);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL)
        continue;
      *equals = '\0';
      name = muster_gui_text_dup_capital (g_strdelimit (lines[i], "-_", ' '));
      muster_row_group_add_value (self->detail_group, name, equals + 1);
    }
  muster_row_group_end (self->detail_group);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_group), muster_row_group_get_n_rows (self->detail_group) > 0);
}

static gboolean
has_any (char **values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (values[i] != NULL)
      return TRUE;
  return FALSE;
}

static const char *
get_kind (const MusterJournalChange *change)
{
  if (!has_any (change->before, change->n))
    return C_("change", "added");
  return has_any (change->after, change->n) ? C_("change", "changed") : C_("change", "removed");
}

static void
add_change (MusterJournalDialog *self, const MusterJournalChange *change)
{
  g_autofree char *title = g_strdup_printf ("%s %" G_GINT64_FORMAT ": %s", muster_change_text_get_table (change->table), change->row_id, get_kind (change));
  GtkWidget *group = muster_row_group_new (title);
  gboolean is_new = !has_any (change->before, change->n);

  muster_row_group_begin (MUSTER_ROW_GROUP (group));
  for (guint i = 0; i < change->n; i++)
    {
      const char *label = muster_change_text_get_label (change->table, change->columns[i]);
      g_autofree char *before = muster_change_text_dup_value (change->table, change->columns[i], change->before[i]);
      g_autofree char *after = muster_change_text_dup_value (change->table, change->columns[i], change->after[i]);
      g_autofree char *text = NULL;

      if (label == NULL || (is_new && change->after[i] == NULL))
        continue;
      /* Translators: a value before and after */
      text = is_new ? g_strdup (after) : g_strdup_printf (C_("change", "%s → %s"), before, after);
      muster_row_group_add_value (MUSTER_ROW_GROUP (group), label, text);
    }
  muster_row_group_end (MUSTER_ROW_GROUP (group));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
show_changes (MusterJournalDialog *self, MusterStore *store, const MusterJournalEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autofree char *more = NULL;

  if (database != NULL)
    {
      changes = muster_journal_query_changes (database, entry->sequence, MAX_CHANGES, &error);
      muster_store_read_done (store, database);
    }
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    add_change (self, changes->pdata[i]);
  if (changes == NULL)
    more = g_strdup (error->message);
  else if (entry->n_changes > changes->len)
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %'u more change", "and %'u more changes", entry->n_changes - changes->len), entry->n_changes - changes->len);
  if (more != NULL)
    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (muster_row_group_new (more)));
}

static void
muster_journal_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_JOURNAL_DIALOG);
  G_OBJECT_CLASS (muster_journal_dialog_parent_class)->dispose (object);
}

static void
muster_journal_dialog_class_init (MusterJournalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_journal_dialog_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-journal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterJournalDialog, page);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalDialog, entry_group);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalDialog, detail_group);
}

static void
muster_journal_dialog_init (MusterJournalDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_journal_dialog_new (MusterStore *store, MusterJournalItem *item)
{
  MusterJournalDialog *self = g_object_new (MUSTER_TYPE_JOURNAL_DIALOG, "title", muster_journal_item_get_label (item), NULL);

  show_entry (self, item);
  show_details (self, muster_journal_item_get_entry (item)->detail);
  show_changes (self, store, muster_journal_item_get_entry (item));
  return ADW_DIALOG (self);
}
