/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-assister-history.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-operation-rule.h"
#include "gui/muster-change-text.h"
#include "gui/muster-gui-text.h"

#define MAX_CHANGES 200
#define SEQUENCE "muster-sequence"

typedef struct
{
  MusterStore *store;
  gint64 sequence;
  gint64 person;
  gboolean filled;
} Entry;

static void
entry_free (gpointer data, GClosure *closure)
{
  Entry *entry = data;

  g_object_unref (entry->store);
  g_free (entry);
}

static void
add_line (AdwExpanderRow *row, const char *title, const char *text)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  if (text != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), text);
      gtk_widget_add_css_class (line, "property");
    }
  adw_expander_row_add_row (row, line);
}

static guint
add_change (AdwExpanderRow *row, const MusterJournalChange *change)
{
  guint n = 0;

  for (guint i = 0; i < change->n; i++)
    {
      const char *label = muster_change_text_get_label (change->table, change->columns[i]);
      g_autofree char *before = muster_change_text_dup_value (change->table, change->columns[i], change->before[i]);
      g_autofree char *after = muster_change_text_dup_value (change->table, change->columns[i], change->after[i]);
      g_autofree char *text = NULL;

      if (label == NULL)
        continue;
      /* Translators: a value before and after */
      text = change->before[i] == NULL ? g_strdup (after) : g_strdup_printf (C_("change", "%s → %s"), before, after);
      add_line (row, label, text);
      n++;
    }
  return n;
}

static GPtrArray *
load_changes (const Entry *entry, GError **error)
{
  MusterDatabase *database = muster_store_read (entry->store, error);
  GPtrArray *changes;

  if (database == NULL)
    return NULL;
  changes = muster_journal_query_person_changes (database, entry->sequence, entry->person, MAX_CHANGES, error);
  muster_store_read_done (entry->store, database);
  return changes;
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, Entry *entry)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (entry->filled)
    return;
  entry->filled = TRUE;
  changes = load_changes (entry, &error);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    n += add_change (row, changes->pdata[i]);
  if (changes == NULL)
    add_line (row, error->message, NULL);
  else if (n == 0)
    add_line (row, _("It changed no value of the record."), NULL);
}

/* What a person opened stays open when the register changes. */
static GHashTable *
list_expanded (MusterRowGroup *group)
{
  GHashTable *sequences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < muster_row_group_get_n_rows (group); i++)
    {
      GtkWidget *row = muster_row_group_get_row (group, i);

      if (ADW_IS_EXPANDER_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (sequences, g_strdup (g_object_get_data (G_OBJECT (row), SEQUENCE)));
    }
  return sequences;
}

static void
expand (MusterRowGroup *group, GHashTable *sequences)
{
  for (guint i = 0; i < muster_row_group_get_n_rows (group); i++)
    {
      GtkWidget *row = muster_row_group_get_row (group, i);
      const char *sequence = g_object_get_data (G_OBJECT (row), SEQUENCE);

      if (sequence != NULL && g_hash_table_contains (sequences, sequence))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
}

static void
add_entry (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, const MusterJournalEntry *journal_entry)
{
  const MusterOperationRule *rule = muster_operation_rule_find (journal_entry->operation);
  g_autofree char *when = muster_gui_text_dup_time (journal_entry->time);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s%s", when, journal_entry->account_name, journal_entry->reason != NULL ? "\n" : "",
                                               journal_entry->reason != NULL ? journal_entry->reason : "");
  GtkWidget *row = adw_expander_row_new ();
  Entry *entry = g_new0 (Entry, 1);

  entry->store = g_object_ref (store);
  entry->sequence = journal_entry->sequence;
  entry->person = facts->person->id;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rule != NULL ? _(rule->label) : journal_entry->operation);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  g_object_set_data_full (G_OBJECT (row), SEQUENCE, g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence), g_free);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), entry, entry_free, 0);
  muster_row_group_add (group, row);
}

void
muster_assister_history_show (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts)
{
  g_autoptr (GHashTable) expanded = list_expanded (group);

  gtk_widget_set_visible (GTK_WIDGET (group), facts->entries != NULL);
  muster_row_group_begin (group);
  for (guint i = 0; facts->entries != NULL && i < facts->entries->len; i++)
    add_entry (group, store, facts, facts->entries->pdata[i]);
  expand (group, expanded);
  muster_row_group_end (group);
}
