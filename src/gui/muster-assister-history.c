/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-assister-history.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-operation-rule.h"
#include "gui/muster-change-text.h"
#include "gui/muster-gui-text.h"

#define MAX_CHANGES 200

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

/* An import changes many people in one entry. */
static gboolean
concerns (const MusterJournalChange *change, gint64 person)
{
  if (strcmp (change->table, "assister") == 0)
    return change->row_id == person;
  for (guint i = 0; i < change->n; i++)
    if (strcmp (change->columns[i], "assister_id") == 0)
      return g_ascii_strtoll (change->after[i] != NULL ? change->after[i] : change->before[i], NULL, 10) == person;
  return TRUE;
}

static void
add_change (AdwExpanderRow *row, const MusterJournalChange *change)
{
  for (guint i = 0; i < change->n; i++)
    {
      const char *label = muster_change_text_get_label (change->table, change->columns[i]);
      g_autofree char *text = NULL;
      GtkWidget *line;

      if (label == NULL)
        continue;
      /* Translators: a value before and after */
      text = g_strdup_printf (C_("change", "%s → %s"), muster_change_text_get_value (change->columns[i], change->before[i]), muster_change_text_get_value (change->columns[i], change->after[i]));
      line = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), label);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), text);
      gtk_widget_add_css_class (line, "property");
      adw_expander_row_add_row (row, line);
    }
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, Entry *entry)
{
  g_autoptr (GPtrArray) changes = NULL;
  MusterDatabase *database;

  if (entry->filled)
    return;
  entry->filled = TRUE;
  database = muster_store_read (entry->store, NULL);
  if (database == NULL)
    return;
  changes = muster_journal_query_changes (database, entry->sequence, MAX_CHANGES, NULL);
  muster_store_read_done (entry->store, database);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (concerns (changes->pdata[i], entry->person))
      add_change (row, changes->pdata[i]);
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
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), entry, entry_free, 0);
  muster_row_group_add (group, row);
}

void
muster_assister_history_show (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts)
{
  gtk_widget_set_visible (GTK_WIDGET (group), facts->entries != NULL);
  muster_row_group_begin (group);
  for (guint i = 0; facts->entries != NULL && i < facts->entries->len; i++)
    add_entry (group, store, facts, facts->entries->pdata[i]);
  muster_row_group_end (group);
}
