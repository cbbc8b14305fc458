/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-clause-picker.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-wording.h"
#include "gui/muster-check-row.h"

struct _MusterClausePicker
{
  AdwPreferencesGroup parent_instance;

  GtkEditable *search;
  GtkListBox *list;
  GPtrArray *choices; /* (element-type Choice) */
  char *sought;       /* folded */
};

typedef struct
{
  const MusterClause *clause;
  MusterCheckRow *row;
  char *words; /* folded */
} Choice;

G_DEFINE_FINAL_TYPE (MusterClausePicker, muster_clause_picker, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->words);
  g_free (choice);
}

static gboolean
is_shown (MusterClausePicker *self, Choice *choice)
{
  g_auto (GStrv) words = g_strsplit (self->sought, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (choice->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static char *
dup_subtitle (const MusterClause *clause)
{
  if (clause->usual_from == 0)
    return g_strdup (clause->breach != NULL ? clause->breach : "");
  if (clause->usual_from == clause->usual_to)
    /* Translators: a typical breach, and its usual severity */
    return g_strdup_printf (_("%s · usually S%d"), clause->breach, clause->usual_from);
  return g_strdup_printf (_("%s · usually S%d to S%d"), clause->breach, clause->usual_from, clause->usual_to);
}

static void
show_ticked (MusterClausePicker *self)
{
  g_auto (GStrv) ids = muster_clause_picker_dup_ids (self);
  g_autofree char *list = g_strjoinv (", ", ids);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), ids[0] != NULL ? list : _("At least one. Only clauses that bind this person are offered."));
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  MusterClausePicker *self = user_data;

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      if (GTK_LIST_BOX_ROW (choice->row) == row)
        return is_shown (self, choice);
    }
  return TRUE;
}

static void
search_changed_cb (MusterClausePicker *self)
{
  g_free (self->sought);
  self->sought = muster_text_fold (gtk_editable_get_text (self->search));
  gtk_list_box_invalidate_filter (self->list);
}

static void
toggled_cb (MusterClausePicker *self)
{
  show_ticked (self);
  g_signal_emit (self, changed_signal, 0);
}

static Choice *
choice_new (MusterClausePicker *self, const MusterClause *clause)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *title = g_strdup_printf ("%s  %s", clause->id, clause->title);
  g_autofree char *subtitle = dup_subtitle (clause);
  g_autofree char *words = g_strdup_printf ("%s %s %s", clause->id, clause->title, clause->breach != NULL ? clause->breach : "");

  choice->clause = clause;
  choice->words = muster_text_fold (words);
  choice->row = MUSTER_CHECK_ROW (muster_check_row_new (title, subtitle));
  g_signal_connect_swapped (choice->row, "toggled", G_CALLBACK (toggled_cb), self);
  return choice;
}

static void
muster_clause_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CLAUSE_PICKER);
  G_OBJECT_CLASS (muster_clause_picker_parent_class)->dispose (object);
}

static void
muster_clause_picker_finalize (GObject *object)
{
  MusterClausePicker *self = MUSTER_CLAUSE_PICKER (object);

  g_ptr_array_unref (self->choices);
  g_free (self->sought);
  G_OBJECT_CLASS (muster_clause_picker_parent_class)->finalize (object);
}

static void
muster_clause_picker_class_init (MusterClausePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_clause_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_clause_picker_finalize;
  changed_signal = g_signal_new ("changed", MUSTER_TYPE_CLAUSE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-clause-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterClausePicker, search);
  gtk_widget_class_bind_template_child (widget_class, MusterClausePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
muster_clause_picker_init (MusterClausePicker *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->sought = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

void
muster_clause_picker_fill (MusterClausePicker *self, MusterClauseCatalogue *catalogue, guint types)
{
  GPtrArray *clauses = muster_clause_catalogue_get_clauses (catalogue);

  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < clauses->len; i++)
    {
      const MusterClause *clause = clauses->pdata[i];
      Choice *choice;

      if ((clause->binds & types) == 0)
        continue;
      choice = choice_new (self, clause);
      g_ptr_array_add (self->choices, choice);
      gtk_list_box_append (self->list, GTK_WIDGET (choice->row));
    }
  show_ticked (self);
}

/* What is seen is found. */
static void
add_words (Choice *choice, const char *wording)
{
  g_autofree char *folded = muster_text_fold (wording);
  char *words = g_strjoin (" ", choice->words, folded, NULL);

  g_free (choice->words);
  choice->words = words;
}

void
muster_clause_picker_show_wordings (MusterClausePicker *self, GHashTable *wordings)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];
      const char *wording = muster_wording_find (wordings, choice->clause);
      g_autofree char *usual = dup_subtitle (choice->clause);
      /* Translators: a typical breach, and what the notice says */
      g_autofree char *subtitle = wording != NULL ? g_strdup_printf (_("%s\n“%s”"), usual, wording) : NULL;

      if (subtitle == NULL)
        continue;
      add_words (choice, wording);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (choice->row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (choice->row), subtitle);
    }
}

void
muster_clause_picker_set_ticked (MusterClausePicker *self, const char *id, gboolean ticked)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      if (g_ascii_strcasecmp (choice->clause->id, id) == 0)
        muster_check_row_set_active (choice->row, ticked);
    }
}

char **
muster_clause_picker_dup_ids (MusterClausePicker *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      if (muster_check_row_get_active (choice->row))
        g_strv_builder_add (ids, choice->clause->id);
    }
  return g_strv_builder_end (ids);
}

int
muster_clause_picker_get_usual_severity (MusterClausePicker *self)
{
  int severity = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      if (muster_check_row_get_active (choice->row))
        severity = MAX (severity, choice->clause->usual_from);
    }
  return severity;
}

guint
muster_clause_picker_get_n_shown (MusterClausePicker *self)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    n += is_shown (self, self->choices->pdata[i]);
  return n;
}
