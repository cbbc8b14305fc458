/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-letter-section.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-document-printing.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-letter-dialog.h"
#include "gui/muster-row-group.h"
#include "gui/muster-service-dialog.h"
#include "operations/muster-letter-operations.h"

struct _MusterLetterSection
{
  GtkBox parent_instance;

  MusterRowGroup *group;
  GtkWidget *draw_button;

  MusterStore *store;
  MusterDocumentOpener *opener;
  MusterDocumentOpener *printing;
  GVariant *newest; /* of the letters shown: what "letter.print" takes; %NULL: none */
  MusterLetterAbout about;
  gint64 about_id;
};

G_DEFINE_FINAL_TYPE (MusterLetterSection, muster_letter_section, GTK_TYPE_BOX)

static char *
dup_service (const MusterService *service)
{
  g_autofree char *on = muster_gui_text_dup_date (&service->on), *received = muster_gui_text_dup_date (&service->received);
  const char *method = muster_service_method_get_label (service->method), *result = muster_service_result_get_label (service->result);

  if (!g_date_valid (&service->received))
    return g_strdup_printf ("%s · %s · %s", method, result, on);
  /* Translators: how a letter was served, what is known of it, when, and the day on which it counts as received. */
  return g_strdup_printf (_("%s · %s · %s; counts as received on %s"), method, result, on, received);
}

static char *
dup_subtitle (MusterDatabase *database, const MusterDrawnLetter *letter)
{
  g_autofree char *when = muster_gui_text_dup_time (letter->recorded), *by = muster_gui_names_dup_account (database, letter->account_id);
  g_autoptr (GPtrArray) services = muster_letter_table_list_services (database, letter->id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s · %s", letter->number, when, by);
  for (guint i = 0; services != NULL && i < services->len; i++)
    {
      g_autofree char *line = dup_service (services->pdata[i]);

      g_string_append_printf (text, "\n%s", line);
    }
  if (services == NULL || services->len == 0)
    g_string_append_printf (text, "\n%s", _("Not served yet"));
  return g_strdup (text->str);
}

static void
add_letter (MusterLetterSection *self, MusterDatabase *database, const MusterDrawnLetter *letter)
{
  g_autofree char *subtitle = dup_subtitle (database, letter);
  g_autofree char *file_name = g_strdup_printf ("%s %s.pdf", letter->number, letter->kind->code);
  g_autofree char *open = g_strdup_printf (_("Open %s"), letter->number), *save = g_strdup_printf (_("Save %s As…"), letter->number), *print = g_strdup_printf (_("Print %s…"), letter->number);
  g_autofree char *serve = g_strdup_printf (_("Record How %s Was Served…"), letter->number);
  g_autoptr (GVariant) which = g_variant_ref_sink (g_variant_new ("(xs)", letter->id, letter->number));
  AdwActionRow *row = muster_row_group_add_text (self->group, muster_letter_kind_get_label (letter->kind), subtitle);

  g_object_set_data_full (G_OBJECT (row), "muster-letter", g_variant_ref (which), (GDestroyNotify) g_variant_unref);
  if (self->newest == NULL)
    self->newest = g_variant_ref (which);
  if (muster_store_may (self->store, muster_record_service.name))
    muster_row_add_button (row, "mail-send-symbolic", serve, "letter.serve", which);
  muster_row_add_button (row, "document-open-symbolic", open, "letter.open", g_variant_new_int64 (letter->id));
  muster_row_add_button (row, "printer-symbolic", print, "letter.print", which);
  muster_row_add_button (row, "document-save-as-symbolic", save, "letter.save", g_variant_new ("(xs)", letter->id, file_name));
}

/* A person's are all of them; a case has its own. */
static gboolean
is_shown (MusterLetterSection *self, const MusterDrawnLetter *letter)
{
  return self->about == MUSTER_LETTER_ABOUT_CERTIFICATION || (letter->kind->about == self->about && letter->about_id == self->about_id);
}

static void
show (MusterLetterSection *self, MusterDatabase *database, gint64 assister_id)
{
  g_autoptr (GPtrArray) letters = muster_letter_table_list (database, assister_id, NULL);
  gboolean may_draw = muster_letter_dialog_is_offered (self->store, database, self->about, self->about_id);

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    if (is_shown (self, letters->pdata[i]))
      add_letter (self, database, letters->pdata[i]);
  gtk_widget_set_visible (self->draw_button, may_draw);
  gtk_widget_set_visible (GTK_WIDGET (self), may_draw || muster_row_group_get_n_rows (self->group) > 0);
}

/* Whoever draws a letter wants it in the hand; that it was given out is in the entry of its drawing. */
static void
drawn_cb (MusterLetterDialog *dialog, MusterLetterSection *self)
{
  const char *file_name;
  GBytes *content = muster_letter_dialog_get_content (dialog, &file_name);

  muster_document_opener_save_content (content, file_name, GTK_WIDGET (self));
}

static void
draw_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterLetterSection *self = MUSTER_LETTER_SECTION (widget);
  AdwDialog *dialog = muster_letter_dialog_new (self->store, self->about, self->about_id);

  g_signal_connect_object (dialog, "done", G_CALLBACK (drawn_cb), self, 0);
  adw_dialog_present (dialog, widget);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  MusterLetterSection *self = MUSTER_LETTER_SECTION (widget);

  muster_document_opener_open (self->opener, self->store, g_variant_get_int64 (id), widget);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterLetterSection *self = MUSTER_LETTER_SECTION (widget);
  const char *file_name;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &file_name);
  muster_document_opener_save (self->opener, self->store, id, file_name, widget);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterLetterSection *self = MUSTER_LETTER_SECTION (widget);
  const char *number;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &number);
  muster_document_print (self->printing, self->store, id, number, widget);
}

static void
serve_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterLetterSection *self = MUSTER_LETTER_SECTION (widget);
  const char *number;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &number);
  adw_dialog_present (muster_service_dialog_new (self->store, id, number), widget);
}

static void
muster_letter_section_dispose (GObject *object)
{
  MusterLetterSection *self = MUSTER_LETTER_SECTION (object);

  g_clear_object (&self->opener);
  g_clear_object (&self->printing);
  g_clear_pointer (&self->newest, g_variant_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_LETTER_SECTION);
  G_OBJECT_CLASS (muster_letter_section_parent_class)->dispose (object);
}

static void
muster_letter_section_class_init (MusterLetterSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_letter_section_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-letter-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterLetterSection, group);
  gtk_widget_class_bind_template_child (widget_class, MusterLetterSection, draw_button);
  gtk_widget_class_install_action (widget_class, "letter.draw", NULL, draw_cb);
  gtk_widget_class_install_action (widget_class, "letter.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "letter.save", "(xs)", save_cb);
  gtk_widget_class_install_action (widget_class, "letter.print", "(xs)", print_cb);
  gtk_widget_class_install_action (widget_class, "letter.serve", "(xs)", serve_cb);
}

static void
muster_letter_section_init (MusterLetterSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opener = muster_document_opener_new (&muster_open_letter);
  self->printing = muster_document_opener_new (&muster_print_letter);
}

void
muster_letter_section_show (MusterLetterSection *self, MusterStore *store, MusterLetterAbout about, gint64 about_id, gint64 assister_id)
{
  MusterDatabase *database = muster_store_read (store, NULL);

  g_set_object (&self->store, store);
  self->about = about;
  self->about_id = about_id;
  g_clear_pointer (&self->newest, g_variant_unref);
  muster_row_group_begin (self->group);
  if (database != NULL)
    {
      show (self, database, assister_id);
      muster_store_read_done (store, database);
    }
  muster_row_group_end (self->group);
}

void
muster_letter_section_print (MusterLetterSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GVariant *which = NULL;

  for (GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL; widget != NULL && which == NULL; widget = gtk_widget_get_parent (widget))
    which = g_object_get_data (G_OBJECT (widget), "muster-letter");
  if (which == NULL)
    which = self->newest;
  if (which != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "letter.print", which);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", _("There is no letter here to print"));
}
