/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-templates-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-letter-language.h"
#include "gui/muster-row-group.h"
#include "gui/muster-template-dialog.h"
#include "operations/muster-letter-operations.h"

struct _MusterTemplatesPage
{
  AdwNavigationPage parent_instance;

  MusterRowGroup *english;
  MusterRowGroup *spanish;

  MusterStore *store;
};

G_DEFINE_FINAL_TYPE (MusterTemplatesPage, muster_templates_page, ADW_TYPE_NAVIGATION_PAGE)

/* @number: which of the kinds, and of the languages. */
static void
edit_cb (GtkWidget *widget, const char *action, GVariant *number)
{
  gint64 which = g_variant_get_int64 (number);
  guint n;
  const MusterLetterKind *kinds = muster_letter_get_kinds (&n);

  if (which >= 0 && which < (gint64) n * MUSTER_N_LETTER_LANGUAGES)
    adw_dialog_present (muster_template_dialog_new (MUSTER_TEMPLATES_PAGE (widget)->store, &kinds[which / MUSTER_N_LETTER_LANGUAGES], muster_letter_language_list ()[which % MUSTER_N_LETTER_LANGUAGES]), widget);
}

static void
add_template (MusterTemplatesPage *self, MusterRowGroup *group, MusterDatabase *database, guint kind_number, guint language)
{
  guint n;
  const MusterLetterKind *kind = &muster_letter_get_kinds (&n)[kind_number];
  g_autofree char *own = NULL;
  const char *whose;

  if (!muster_letter_table_find_template (database, kind->code, muster_letter_language_list ()[language], &own, NULL))
    return;
  whose = own != NULL ? _("The agency’s own") : _("Muster’s");
  if (muster_store_may (self->store, muster_set_letter_template.name))
    muster_row_group_add_link (group, muster_letter_kind_get_label (kind), whose, NULL, "templates.edit", (gint64) kind_number * MUSTER_N_LETTER_LANGUAGES + language);
  else
    muster_row_group_add_text (group, muster_letter_kind_get_label (kind), whose);
}

static void
refresh_cb (MusterTemplatesPage *self)
{
  MusterRowGroup *const groups[MUSTER_N_LETTER_LANGUAGES] = { self->english, self->spanish };
  MusterDatabase *database = muster_store_read (self->store, NULL);
  guint n;

  muster_letter_get_kinds (&n);
  for (guint language = 0; language < MUSTER_N_LETTER_LANGUAGES; language++)
    {
      muster_row_group_begin (groups[language]);
      for (guint i = 0; database != NULL && i < n; i++)
        add_template (self, groups[language], database, i, language);
      muster_row_group_end (groups[language]);
    }
  if (database != NULL)
    muster_store_read_done (self->store, database);
}

static void
muster_templates_page_dispose (GObject *object)
{
  g_clear_object (&MUSTER_TEMPLATES_PAGE (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_TEMPLATES_PAGE);
  G_OBJECT_CLASS (muster_templates_page_parent_class)->dispose (object);
}

static void
muster_templates_page_class_init (MusterTemplatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_templates_page_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTemplatesPage, english);
  gtk_widget_class_bind_template_child (widget_class, MusterTemplatesPage, spanish);
  gtk_widget_class_install_action (widget_class, "templates.edit", "x", edit_cb);
}

static void
muster_templates_page_init (MusterTemplatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_templates_page_new (MusterStore *store)
{
  MusterTemplatesPage *self = g_object_new (MUSTER_TYPE_TEMPLATES_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}
