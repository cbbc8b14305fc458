/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-attachment-section.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-attachment-dialog.h"
#include "gui/muster-document-opener.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "operations/muster-attachment-operations.h"
#include "store/muster-attachment-table.h"

struct _MusterAttachmentSection
{
  GtkBox parent_instance;

  MusterRowGroup *documents;
  GtkWidget *attach_button;

  MusterDocumentOpener *opener;
  MusterStore *store;
  gint64 incident_id;
};

G_DEFINE_FINAL_TYPE (MusterAttachmentSection, muster_attachment_section, GTK_TYPE_BOX)

static char *
dup_text (MusterDatabase *database, const MusterAttachment *attachment)
{
  g_autofree char *size = g_format_size (attachment->document->size), *when = muster_gui_text_dup_time (attachment->recorded);
  g_autofree char *who = muster_gui_names_dup_account (database, attachment->account_id), *withdrawn = NULL, *by = NULL, *at = NULL;
  /* Translators: the name of a file, its size; who attached it, and when */
  g_autofree char *text = g_strdup_printf (_("%s · %s · attached by %s, %s"), attachment->document->file_name, size, who, when);

  if (attachment->withdrawn_at == 0)
    return g_steal_pointer (&text);
  by = muster_gui_names_dup_account (database, attachment->withdrawn_account);
  at = muster_gui_text_dup_time (attachment->withdrawn_at);
  /* Translators: why; who withdrew it, and when */
  withdrawn = g_strdup_printf (_("Withdrawn: %s (%s, %s)"), attachment->withdrawn_reason, by, at);
  return g_strdup_printf ("%s\n%s", text, withdrawn);
}

static void
add_document (MusterAttachmentSection *self, MusterDatabase *database, const MusterAttachment *attachment)
{
  const char *file_name = attachment->document->file_name;
  g_autofree char *title = g_strdup_printf ("%u  %s", attachment->place, muster_attachment_get_title (attachment)), *text = dup_text (database, attachment);
  g_autofree char *open = g_strdup_printf (_("Open “%s”"), file_name), *save = g_strdup_printf (_("Save “%s” As…"), file_name), *withdraw = g_strdup_printf (_("Withdraw “%s”…"), file_name);
  AdwActionRow *row = muster_row_group_add_text (self->documents, title, text);

  muster_row_add_button (row, "mail-attachment-symbolic", open, "attachment.open", g_variant_new_int64 (attachment->id));
  muster_row_add_button (row, "document-save-as-symbolic", save, "attachment.save", g_variant_new ("(xs)", attachment->id, file_name));
  if (attachment->withdrawn_at != 0)
    gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
  else if (muster_store_may (self->store, muster_withdraw_attachment.name))
    muster_row_add_button (row, "edit-undo-symbolic", withdraw, "attachment.withdraw", g_variant_new ("(xs)", attachment->id, muster_attachment_get_title (attachment)));
}

gboolean
muster_attachment_section_show (MusterAttachmentSection *self, MusterStore *store, MusterDatabase *database, gint64 incident_id, GError **error)
{
  g_autoptr (GPtrArray) attachments = muster_attachment_table_list (database, incident_id, error);

  g_set_object (&self->store, store);
  self->incident_id = incident_id;
  muster_row_group_begin (self->documents);
  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    add_document (self, database, attachments->pdata[i]);
  muster_row_group_end (self->documents);
  gtk_widget_set_visible (self->attach_button, muster_store_may (store, muster_attach_to_incident.name));
  return attachments != NULL;
}

static void
attach_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAttachmentSection *self = MUSTER_ATTACHMENT_SECTION (widget);

  adw_dialog_present (muster_attachment_dialog_new (self->store, self->incident_id), widget);
}

static void
withdraw_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAttachmentSection *self = MUSTER_ATTACHMENT_SECTION (widget);
  const char *title;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &title);
  adw_dialog_present (muster_attachment_dialog_new_withdraw (self->store, id, title), widget);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  MusterAttachmentSection *self = MUSTER_ATTACHMENT_SECTION (widget);

  muster_document_opener_open (self->opener, self->store, g_variant_get_int64 (id), widget);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAttachmentSection *self = MUSTER_ATTACHMENT_SECTION (widget);
  const char *file_name;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &file_name);
  muster_document_opener_save (self->opener, self->store, id, file_name, widget);
}

static void
muster_attachment_section_dispose (GObject *object)
{
  MusterAttachmentSection *self = MUSTER_ATTACHMENT_SECTION (object);

  g_clear_object (&self->store);
  g_clear_object (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ATTACHMENT_SECTION);
  G_OBJECT_CLASS (muster_attachment_section_parent_class)->dispose (object);
}

static void
muster_attachment_section_class_init (MusterAttachmentSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_attachment_section_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-attachment-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentSection, documents);
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentSection, attach_button);
  gtk_widget_class_install_action (widget_class, "attachment.attach", NULL, attach_cb);
  gtk_widget_class_install_action (widget_class, "attachment.withdraw", "(xs)", withdraw_cb);
  gtk_widget_class_install_action (widget_class, "attachment.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "attachment.save", "(xs)", save_cb);
}

static void
muster_attachment_section_init (MusterAttachmentSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opener = muster_document_opener_new (&muster_open_attachment);
}
