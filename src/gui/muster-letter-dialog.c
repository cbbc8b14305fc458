/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-letter-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-letter-language.h"
#include "gui/muster-gui-text.h"
#include "operations/muster-letter-operations.h"

/* What can be drawn: a kind, and of the papers of the lifecycle the role. */
typedef struct
{
  const MusterLetterKind *kind;
  MusterAssisterType type;
} Choice;

struct _MusterLetterDialog
{
  MusterFormDialog parent_instance;

  AdwComboRow *kind;
  AdwComboRow *language;

  GArray *choices; /* (element-type Choice) */
  gint64 about_id;
  MusterLetterDrawn drawn;
};

G_DEFINE_FINAL_TYPE (MusterLetterDialog, muster_letter_dialog, MUSTER_TYPE_FORM_DIALOG)

static void
add_choice (GArray *choices, MusterDatabase *database, const MusterLetterKind *kind, gint64 about_id, MusterAssisterType type)
{
  const MusterLetterRequest request = { .kind = kind, .about_id = about_id, .type = type };
  const Choice choice = { kind, type };
  GDate today;

  muster_gui_text_get_today (&today);
  if (muster_letter_check (database, &request, &today, NULL))
    g_array_append_val (choices, choice);
}

static GArray *
list_choices (MusterStore *store, MusterDatabase *database, MusterLetterAbout about, gint64 about_id)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  guint n;
  const MusterLetterKind *kinds = muster_letter_get_kinds (&n);

  for (guint i = 0; i < n; i++)
    {
      guint n_types = about == MUSTER_LETTER_ABOUT_CERTIFICATION ? MUSTER_N_ASSISTER_TYPES : 1;

      for (guint bit = 0; kinds[i].about == about && muster_store_may (store, kinds[i].operation) && bit < n_types; bit++)
        add_choice (choices, database, &kinds[i], about_id, about == MUSTER_LETTER_ABOUT_CERTIFICATION ? 1u << bit : 0);
    }
  return choices;
}

static void
muster_letter_dialog_submit (MusterFormDialog *dialog)
{
  MusterLetterDialog *self = MUSTER_LETTER_DIALOG (dialog);
  const Choice *choice = &g_array_index (self->choices, Choice, adw_combo_row_get_selected (self->kind));
  MusterLetterRequest *request = g_new0 (MusterLetterRequest, 1);

  *request = (MusterLetterRequest) { choice->kind, self->about_id, choice->type, muster_letter_language_list ()[adw_combo_row_get_selected (self->language)] };
  muster_letter_drawn_clear (&self->drawn);
  muster_form_dialog_run (dialog, muster_letter_operation (choice->kind), request, &self->drawn, request, g_free);
}

static void
muster_letter_dialog_dispose (GObject *object)
{
  MusterLetterDialog *self = MUSTER_LETTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_LETTER_DIALOG);
  g_clear_pointer (&self->choices, g_array_unref);
  G_OBJECT_CLASS (muster_letter_dialog_parent_class)->dispose (object);
}

/* Not before: an operation under way writes into it. */
static void
muster_letter_dialog_finalize (GObject *object)
{
  muster_letter_drawn_clear (&MUSTER_LETTER_DIALOG (object)->drawn);
  G_OBJECT_CLASS (muster_letter_dialog_parent_class)->finalize (object);
}

static void
muster_letter_dialog_class_init (MusterLetterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_letter_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_letter_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_letter_dialog_submit;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-letter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterLetterDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, MusterLetterDialog, language);
}

static void
muster_letter_dialog_init (MusterLetterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The person’s language is chosen already. */
static void
fill_languages (MusterLetterDialog *self, const char *chosen)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char *const *codes = muster_letter_language_list ();

  for (guint i = 0; i < MUSTER_N_LETTER_LANGUAGES; i++)
    gtk_string_list_append (labels, muster_letter_language_get_label (codes[i]));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (labels));
  for (guint i = 0; i < MUSTER_N_LETTER_LANGUAGES; i++)
    if (g_strcmp0 (codes[i], chosen) == 0)
      adw_combo_row_set_selected (self->language, i);
}

static void
fill (MusterLetterDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);
      const char *kind = muster_letter_kind_get_label (choice->kind);
      g_autofree char *label = choice->type != 0 ? g_strdup_printf ("%s · %s", kind, muster_assister_type_get_label (choice->type)) : g_strdup (kind);

      gtk_string_list_append (labels, label);
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (labels));
}

AdwDialog *
muster_letter_dialog_new (MusterStore *store, MusterLetterAbout about, gint64 about_id)
{
  MusterLetterDialog *self = g_object_new (MUSTER_TYPE_LETTER_DIALOG, "store", store, "title", _("Create a Letter"), "verb", _("_Create"), NULL);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  self->about_id = about_id;
  self->choices = database != NULL ? list_choices (store, database, about, about_id) : g_array_new (FALSE, FALSE, sizeof (Choice));
  fill_languages (self, database != NULL ? muster_letter_find_language (database, about, about_id, NULL) : NULL);
  if (database != NULL)
    muster_store_read_done (store, database);
  fill (self);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Letter created"));
  if (self->choices->len == 0 && error == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no letter to create about this now."));
  if (self->choices->len == 0)
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

gboolean
muster_letter_dialog_is_offered (MusterStore *store, MusterDatabase *database, MusterLetterAbout about, gint64 about_id)
{
  g_autoptr (GArray) choices = list_choices (store, database, about, about_id);

  return choices->len > 0;
}

GBytes *
muster_letter_dialog_get_content (MusterLetterDialog *self, const char **file_name)
{
  *file_name = self->drawn.file_name;
  return self->drawn.content;
}
