/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-template-dialog.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "gui/muster-document-opener.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-letter-operations.h"
#include "operations/muster-letter-sample.h"

#define EDITOR_HEIGHT 320

struct _MusterTemplateDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterTextRow *text;
  GtkLabel *fields;
  GtkWidget *preview_row;
  GtkWidget *reset_row;

  const MusterLetterKind *kind;
  char *language;
  char *shipped;
  MusterDocumentOpener *opener;
};

G_DEFINE_FINAL_TYPE (MusterTemplateDialog, muster_template_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterTemplateRequest input;
  char *language;
  char *content;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->language);
  g_free (request->content);
  g_free (request);
}

static char *
dup_text (MusterTemplateDialog *self)
{
  char *text = muster_text_row_dup_text (self->text);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
is_shipped (MusterTemplateDialog *self, const char *text)
{
  g_autofree char *shipped = g_strstrip (g_strdup (self->shipped));

  return g_str_equal (shipped, text);
}

static void
changed_cb (MusterTemplateDialog *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;
  gboolean is_good = muster_letter_check_template (self->kind, self->language, text, &error);

  muster_row_group_describe (self->group, NULL, is_good ? _("It says all that such a letter must say. Letters that were created stay as they are.") : error->message);
  muster_form_dialog_set_possible (MUSTER_FORM_DIALOG (self), is_good);
  muster_gui_set_sensitive (self->preview_row, is_good);
  muster_gui_set_sensitive (self->reset_row, !is_shipped (self, text));
}

/* More than a template may have is not even taken in: the window would stand still over it. */
static void
insert_cb (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length, MusterTemplateDialog *self)
{
  g_autofree char *before = dup_text (self);
  g_autoptr (GError) error = NULL;

  if (strlen (before) + length <= MUSTER_LETTER_TEMPLATE_MAX_SIZE)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_set_error (&error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("What was to be put into line %d has %d bytes, and a template at most %d. It was left out."), gtk_text_iter_get_line (at) + 1, length,
               MUSTER_LETTER_TEMPLATE_MAX_SIZE);
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->text));
}

static void
preview_cb (MusterTemplateDialog *self)
{
  g_autofree char *text = dup_text (self), *name = g_strdup_printf ("%s.%s.pdf", self->kind->code, self->language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = muster_letter_draw_sample (text, &error);

  if (content != NULL)
    muster_document_opener_open_content (self->opener, content, name, GTK_WIDGET (self));
  else
    muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->text));
}

static void
reset_cb (MusterTemplateDialog *self)
{
  muster_text_row_set_text (self->text, self->shipped);
}

/* Muster's own words need no copy: it is given back then, and follows what a later version has. */
static void
muster_template_dialog_submit (MusterFormDialog *dialog)
{
  MusterTemplateDialog *self = MUSTER_TEMPLATE_DIALOG (dialog);
  Request *request = g_new0 (Request, 1);

  request->content = dup_text (self);
  request->language = g_strdup (self->language);
  request->input = (MusterTemplateRequest) { self->kind, request->language, is_shipped (self, request->content) ? NULL : request->content };
  muster_form_dialog_run (dialog, &muster_set_letter_template, &request->input, NULL, request, request_free);
}

static void
muster_template_dialog_dispose (GObject *object)
{
  MusterTemplateDialog *self = MUSTER_TEMPLATE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_TEMPLATE_DIALOG);
  g_clear_object (&self->opener);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->shipped, g_free);
  G_OBJECT_CLASS (muster_template_dialog_parent_class)->dispose (object);
}

static void
muster_template_dialog_class_init (MusterTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_template_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_template_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTemplateDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterTemplateDialog, text);
  gtk_widget_class_bind_template_child (widget_class, MusterTemplateDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, MusterTemplateDialog, preview_row);
  gtk_widget_class_bind_template_child (widget_class, MusterTemplateDialog, reset_row);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
muster_template_dialog_init (MusterTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opener = muster_document_opener_new (&muster_open_letter);
  muster_text_row_set_height (self->text, EDITOR_HEIGHT);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Template saved"));
}

static void
show_fields (MusterTemplateDialog *self)
{
  guint mask = muster_letter_kind_get_fields (self->kind);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint field = 0; field < MUSTER_N_LETTER_FIELDS; field++)
    if ((mask & MUSTER_LETTER_BIT (field)) != 0)
      g_string_append_printf (text, "%s{%s}", text->len > 0 ? "  " : "", muster_letter_field_get_name (field));
  gtk_label_set_text (self->fields, text->str);
}

static void
fill (MusterTemplateDialog *self, const char *text)
{
  GtkTextBuffer *buffer = muster_text_row_get_buffer (self->text);

  muster_text_row_set_text (self->text, text);
  show_fields (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_cb), self, 0);
  changed_cb (self);
}

AdwDialog *
muster_template_dialog_new (MusterStore *store, const MusterLetterKind *kind, const char *language)
{
  MusterTemplateDialog *self = g_object_new (MUSTER_TYPE_TEMPLATE_DIALOG, "store", store, "title", muster_letter_kind_get_label (kind), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  self->kind = kind;
  self->language = g_strdup (language);
  self->shipped = database != NULL ? muster_data_dup_letter (kind, language, &error) : NULL;
  text = self->shipped != NULL ? muster_letter_dup_template (database, kind, language, &error) : NULL;
  if (database != NULL)
    muster_store_read_done (store, database);
  if (text != NULL)
    fill (self, text);
  else
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
