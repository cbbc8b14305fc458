/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-row-group.h"

struct _MusterRowGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  char *empty_text;
};

enum
{
  PROP_0,
  PROP_EMPTY_TEXT,
};

G_DEFINE_FINAL_TYPE (MusterRowGroup, muster_row_group, ADW_TYPE_PREFERENCES_GROUP)

static void
muster_row_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EMPTY_TEXT)
    g_value_set_string (value, MUSTER_ROW_GROUP (object)->empty_text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_row_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EMPTY_TEXT)
    g_set_str (&MUSTER_ROW_GROUP (object)->empty_text, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_row_group_finalize (GObject *object)
{
  MusterRowGroup *self = MUSTER_ROW_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->empty_text);
  G_OBJECT_CLASS (muster_row_group_parent_class)->finalize (object);
}

static void
muster_row_group_class_init (MusterRowGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_row_group_get_property;
  object_class->set_property = muster_row_group_set_property;
  object_class->finalize = muster_row_group_finalize;
  g_object_class_install_property (object_class, PROP_EMPTY_TEXT, g_param_spec_string ("empty-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
muster_row_group_init (MusterRowGroup *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
muster_row_group_new (const char *title)
{
  return g_object_new (MUSTER_TYPE_ROW_GROUP, "title", title, NULL);
}

void
muster_row_group_begin (MusterRowGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

void
muster_row_group_end (MusterRowGroup *self)
{
  AdwActionRow *row;

  if (self->rows->len > 0 || self->empty_text == NULL)
    return;
  row = muster_row_group_add_text (self, self->empty_text, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
}

guint
muster_row_group_get_n_rows (MusterRowGroup *self)
{
  return self->rows->len;
}

void
muster_row_group_add (MusterRowGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

AdwActionRow *
muster_row_group_add_text (MusterRowGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  muster_row_group_add (self, row);
  return ADW_ACTION_ROW (row);
}

AdwActionRow *
muster_row_group_add_value (MusterRowGroup *self, const char *name, const char *value)
{
  AdwActionRow *row;

  if (value == NULL)
    return NULL;
  row = muster_row_group_add_text (self, name, value);
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  adw_action_row_set_subtitle_selectable (row, TRUE);
  return row;
}

AdwActionRow *
muster_row_group_add_link (MusterRowGroup *self, const char *title, const char *subtitle, const char *action, gint64 id)
{
  AdwActionRow *row = muster_row_group_add_text (self, title, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_suffix (row, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

void
muster_row_group_describe (AdwPreferencesGroup *group, const char *title, const char *description)
{
  g_autofree char *escaped_title = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *escaped_description = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  if (title != NULL)
    adw_preferences_group_set_title (group, escaped_title);
  if (description != NULL)
    adw_preferences_group_set_description (group, escaped_description);
}
