/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-season-item.h"

struct _MusterSeasonItem
{
  GObject parent_instance;

  gint64 person;
  char *name;
  char *text;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_TEXT,
};

G_DEFINE_FINAL_TYPE (MusterSeasonItem, muster_season_item, G_TYPE_OBJECT)

static void
muster_season_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MusterSeasonItem *self = MUSTER_SEASON_ITEM (object);

  if (id == PROP_NAME)
    g_value_set_string (value, self->name);
  else if (id == PROP_TEXT)
    g_value_set_string (value, self->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_season_item_finalize (GObject *object)
{
  MusterSeasonItem *self = MUSTER_SEASON_ITEM (object);

  g_free (self->name);
  g_free (self->text);
  G_OBJECT_CLASS (muster_season_item_parent_class)->finalize (object);
}

static void
muster_season_item_class_init (MusterSeasonItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_season_item_get_property;
  object_class->finalize = muster_season_item_finalize;
  g_object_class_install_property (object_class, PROP_NAME, g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_TEXT, g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
muster_season_item_init (MusterSeasonItem *self)
{
}

MusterSeasonItem *
muster_season_item_new (const MusterSeasonReport *report, const MusterSeasonPerson *person, const char *name)
{
  MusterSeasonItem *self = g_object_new (MUSTER_TYPE_SEASON_ITEM, NULL);
  g_autofree char *lacking = muster_season_report_dup_lacking (report, person);
  const char *agency = muster_season_report_get_agency (report, person);

  self->person = person->assister_id;
  self->name = g_strdup (name);
  self->text = agency != NULL ? g_strdup_printf ("%s\n%s", lacking, agency) : g_strdup (lacking);
  return self;
}

gint64
muster_season_item_get_person (MusterSeasonItem *self)
{
  return self->person;
}

const char *
muster_season_item_get_name (MusterSeasonItem *self)
{
  return self->name;
}

const char *
muster_season_item_get_text (MusterSeasonItem *self)
{
  return self->text;
}
