/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-origin-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-import-field.h"
#include "domain/muster-operation-rule.h"
#include "gui/muster-gui-text.h"

#define WIDTH 34

struct _MusterOriginView
{
  GtkBox parent_instance;

  GString *text;
};

enum
{
  IMPORT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterOriginView, muster_origin_view, GTK_TYPE_BOX)

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_heading (MusterOriginView *self, GtkBox *block, const char *text)
{
  gtk_box_append (block, label_new (text, "heading"));
  g_string_append_printf (self->text, "%s. ", text);
}

/* Nothing for a @value of %NULL. */
static void
add_line (MusterOriginView *self, GtkBox *block, const char *name, const char *value)
{
  GtkWidget *line, *label, *said;

  if (value == NULL)
    return;
  line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  label = label_new (name, "dim-label");
  said = label_new (value, NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (said), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), said);
  gtk_box_append (block, line);
  g_string_append_printf (self->text, "%s: %s. ", name, value);
}

static void
add_who_and_when (MusterOriginView *self, GtkBox *block, const char *name, const MusterOrigin *origin)
{
  g_autofree char *when = muster_gui_text_dup_time (origin->time);
  /* Translators: when, and who */
  g_autofree char *text = g_strdup_printf (_("%s, by %s"), when, origin->account_name != NULL ? origin->account_name : "—");

  add_line (self, block, name, text);
}

static gboolean
is_same (const MusterOrigin *one, const MusterOrigin *other)
{
  return one->entry == other->entry && one->line == other->line;
}

static gboolean
is_told (GPtrArray *origins, guint i)
{
  for (guint before = 0; before < i; before++)
    if (is_same (origins->pdata[before], origins->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
append_once (GPtrArray *words, const char *word)
{
  if (word != NULL && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, (gpointer) word);
}

static const char *
get_field_label (const MusterOrigin *origin)
{
  MusterImportField field;

  return muster_import_field_from_code (origin->field, &field, NULL) ? muster_import_field_get_label (field) : NULL;
}

/* The labels of those fields, or the headers of those columns, that come from where @first does. */
static char *
dup_list (GPtrArray *origins, const MusterOrigin *first, gboolean columns)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < origins->len; i++)
    if (is_same (first, origins->pdata[i]))
      append_once (words, columns ? ((const MusterOrigin *) origins->pdata[i])->column : get_field_label (origins->pdata[i]));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
show_import_cb (GtkButton *button, MusterOriginView *self)
{
  g_signal_emit (self, signals[IMPORT], 0, *(gint64 *) g_object_get_data (G_OBJECT (button), "import"));
}

static void
add_button (MusterOriginView *self, GtkBox *block, gint64 import_id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Show This Import"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_object_set_data_full (G_OBJECT (button), "import", g_memdup2 (&import_id, sizeof import_id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (show_import_cb), self);
  gtk_box_append (block, button);
}

static void
add_file (MusterOriginView *self, GtkBox *block, GPtrArray *origins, const MusterOrigin *origin)
{
  g_autofree char *line = origin->line != 0 ? g_strdup_printf ("%u", origin->line) : NULL;
  g_autofree char *column = dup_list (origins, origin, TRUE);

  add_line (self, block, _("File"), origin->file_name);
  add_line (self, block, _("Sheet"), origin->sheet);
  add_line (self, block, _("Line"), line);
  add_line (self, block, _("Column"), column != NULL ? column : _("Said for all rows at once, or not known"));
  add_line (self, block, _("As the File Had It"), origin->written);
  add_who_and_when (self, block, _("Imported"), origin);
  if (origin->restored_by != 0)
    add_line (self, block, _("Put Back"), _("A later import changed it, and was undone"));
  add_button (self, block, origin->import_id);
}

static void
add_deed (MusterOriginView *self, GtkBox *block, const MusterOrigin *origin)
{
  const MusterOperationRule *rule = origin->operation != NULL ? muster_operation_rule_find (origin->operation) : NULL;

  add_line (self, block, _("What Was Done"), rule != NULL ? _(rule->label) : origin->operation);
  add_who_and_when (self, block, _("Recorded"), origin);
  add_line (self, block, _("Reason"), origin->reason);
  if (origin->restored_by != 0)
    add_line (self, block, _("Put Back"), _("A later import changed it, and was undone"));
}

static gboolean
is_typed (const MusterOrigin *origin)
{
  return g_strcmp0 (origin->operation, "edit-assister") == 0 || g_strcmp0 (origin->operation, "add-assister") == 0;
}

/* @says_what: where not all that is asked about comes from one place. */
static void
add_block (MusterOriginView *self, GPtrArray *origins, const MusterOrigin *origin, gboolean says_what)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *fields = says_what ? dup_list (origins, origin, FALSE) : NULL;

  add_heading (self, GTK_BOX (block), origin->import_id != 0 ? _("From a File") : is_typed (origin) ? _("Typed by Hand")
                                                                                                     : _("Recorded in Muster"));
  add_line (self, GTK_BOX (block), _("Which Values"), fields);
  if (origin->import_id != 0)
    add_file (self, GTK_BOX (block), origins, origin);
  else
    add_deed (self, GTK_BOX (block), origin);
  gtk_box_append (GTK_BOX (self), block);
}

static void
muster_origin_view_finalize (GObject *object)
{
  g_string_free (MUSTER_ORIGIN_VIEW (object)->text, TRUE);
  G_OBJECT_CLASS (muster_origin_view_parent_class)->finalize (object);
}

static void
muster_origin_view_class_init (MusterOriginViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_origin_view_finalize;
  signals[IMPORT] = g_signal_new ("import", MUSTER_TYPE_ORIGIN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
muster_origin_view_init (MusterOriginView *self)
{
  self->text = g_string_new (NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

GtkWidget *
muster_origin_view_new (GPtrArray *origins)
{
  MusterOriginView *self = g_object_new (MUSTER_TYPE_ORIGIN_VIEW, NULL);
  gboolean says_what = FALSE;

  for (guint i = 1; i < origins->len; i++)
    says_what |= !is_same (origins->pdata[0], origins->pdata[i]);
  for (guint i = 0; i < origins->len; i++)
    if (!is_told (origins, i))
      add_block (self, origins, origins->pdata[i], says_what);
  if (origins->len == 0)
    {
      gtk_box_append (GTK_BOX (self), label_new (_("The journal does not say where this comes from."), NULL));
      g_string_append (self->text, _("The journal does not say where this comes from."));
    }
  return GTK_WIDGET (self);
}

const char *
muster_origin_view_get_text (MusterOriginView *self)
{
  return self->text->str;
}
