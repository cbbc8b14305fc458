/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import.h"

/*
 * fields: codes; cells: texts; both with | between two columns. Headers are the codes.
 * kept: what the row keeps, "code=value" with | between two; findings: "rule@column>fix", with ! in front for an error and ~ for a note.
 */
typedef struct
{
  const char *fields;
  const char *cells;
  const char *kept;
  const char *findings;
} Case;

static const Case cases[] = {
  /* the language of letters */
  { "name|npn|letter-language", "Ana Lindqvist|1|Spanish", "given-name=Ana|family-name=Lindqvist|npn=1|letter-language=es", "" },
  { "name|npn|languages|letter-language", "Ana Lindqvist|1|Hmong; English|ENGLISH", "given-name=Ana|family-name=Lindqvist|npn=1|languages=Hmong; English|letter-language=en", "" },
  { "name|npn|letter-language", "Ana Lindqvist|1|Hmong", "given-name=Ana|family-name=Lindqvist|npn=1", "letter-language@2" },
  { "name|npn|letter-language", "Ana Lindqvist|1|", "given-name=Ana|family-name=Lindqvist|npn=1", "" },

  /* names in one column */
  { "name|npn", "Ana M. Lindqvist|12345678", "given-name=Ana|middle-name=M|family-name=Lindqvist|npn=12345678", "" },
  { "name|npn", "LINDQVIST, ANA M. JR|12345678", "given-name=Ana|middle-name=M|family-name=Lindqvist|suffix=Jr.|npn=12345678|in-capitals", "" },
  { "name|npn", "Ana Lindqvist, CPA, CLU, ChFC, RHU, LUTCF|12345678", "given-name=Ana|family-name=Lindqvist|npn=12345678", "~credentials" },
  { "name|npn", "Ana Lindqvist, CLU®, ChFC™, CFP ®, RICP(R)|12345678", "given-name=Ana|family-name=Lindqvist|npn=12345678", "~credentials" },
  { "name|npn", "LINDQVIST, ANA CLU®|12345678", "given-name=Ana|family-name=Lindqvist|npn=12345678|in-capitals", "~credentials" },
  { "given-name|family-name|npn", "Ana|Lindqvist CPCU®|1", "given-name=Ana|family-name=Lindqvist|npn=1", "~credentials" },
  { "given-name|family-name|suffix|npn", "Tom|Berg|Jr., CLU®|1", "given-name=Tom|family-name=Berg|suffix=Jr.|npn=1", "~credentials" },
  { "name|npn", "Dr. Ana Lindqvist, RN|12345678", "given-name=Ana|family-name=Lindqvist|npn=12345678", "~credentials" },
  { "name|npn", "O'BRIEN, MARY|12345678", "given-name=Mary|family-name=O’Brien|npn=12345678|in-capitals", "" },
  { "name|npn", "Null|12345678", "family-name=Null|npn=12345678", "" },
  { "name|npn", "NULL, SAM|12345678", "given-name=Sam|family-name=Null|npn=12345678|in-capitals", "" },
  { "name|npn", "Pao|12345678", "family-name=Pao|npn=12345678", "" },
  { "name|npn", "N/A|12345678", "npn=12345678", "!no-name" },
  { "name|npn", "-|12345678", "npn=12345678", "!no-name" },
  { "name|given-name|family-name|npn", "Somebody Else|Ana|Lindqvist|12345678", "given-name=Ana|family-name=Lindqvist|npn=12345678", "" },
  /* names in several columns */
  { "given-name|family-name|npn", "ana|lindqvist|1", "given-name=Ana|family-name=Lindqvist|npn=1|in-capitals", "" },
  { "given-name|family-name|npn", "Sam|Null|1", "given-name=Sam|family-name=Null|npn=1", "" },
  { "given-name|family-name|npn", "Mr. Tom|Berg Jr., CPA|1", "given-name=Tom|family-name=Berg|suffix=Jr.|npn=1", "~credentials" },
  { "given-name|family-name|suffix|npn", "Tom|Berg|JR|1", "given-name=Tom|family-name=Berg|suffix=Jr.|npn=1", "" },
  { "given-name|family-name|suffix|npn", "Tom|Berg|CLU|1", "given-name=Tom|family-name=Berg|npn=1", "~credentials" },
  { "given-name|middle-name|family-name|suffix|npn", "Ana|NULL|Lindqvist|None|1", "given-name=Ana|family-name=Lindqvist|npn=1", "" },
  { "given-name|middle-name|family-name|npn", "Ana|X|Lindqvist|1", "given-name=Ana|middle-name=X|family-name=Lindqvist|npn=1", "" },
  { "given-name|family-name|npn", "NULL|NULL|1", "npn=1", "!no-name" },
  { "given-name|family-name|npn", "|NULL|1", "family-name=Null|npn=1|in-capitals", "" },
  { "name|npn|agency", "Ana Lindqvist dba Lindqvist Insurance|1|", "given-name=Ana|family-name=Lindqvist|npn=1|agency=Lindqvist Insurance", "" },
  { "name|npn|agency", "ANA LINDQVIST D/B/A LINDQVIST INSURANCE|1|Sunrise", "given-name=Ana|family-name=Lindqvist|npn=1|agency=Sunrise|in-capitals", "" },
  { "name|npn|agency", "Berg Insurance LLC dba Sunrise|1|", "npn=1|agency=Sunrise|organisation", "~organisation" },
  /* organisations */
  { "name|npn|agency", "North Shore Insurance Agency|12345678|", "npn=12345678|agency=North Shore Insurance Agency|organisation", "~organisation" },
  { "name|npn", "Lindqvist & Pao LLC|12345678", "npn=12345678|agency=Lindqvist & Pao LLC|organisation", "~organisation" },
  { "given-name|family-name|npn", "|LINDQVIST AGENCY INC|12345678", "npn=12345678|agency=LINDQVIST AGENCY INC|organisation", "~organisation" },
  { "given-name|family-name|npn|agency", "||12345678|Sunrise", "npn=12345678|agency=Sunrise|organisation", "~organisation" },
  { "given-name|family-name|email|agency", "||info@example.org|Sunrise", "email=info@example.org|agency=Sunrise|organisation", "~organisation" },
  { "given-name|family-name|organisation-npn|agency", "||12345678|Sunrise", "agency=Sunrise|organisation", "~organisation" },
  { "given-name|family-name|npn|agency", "||12x|Sunrise", "agency=Sunrise", "!npn-form@2" },
  { "given-name|family-name|npn|email|agency", "||12x|info@example.org|Sunrise", "email=info@example.org|agency=Sunrise|organisation", "~organisation" },
  { "given-name|family-name|assister-id|agency", "||AB12CD34E|Sunrise", "assister-id=AB12CD34E|agency=Sunrise", "!no-name" },
  { "given-name|family-name|agency", "||Sunrise", "agency=Sunrise", "!no-name" },
  { "given-name|family-name|npn", "Grace|Church|1", "given-name=Grace|family-name=Church|npn=1", "" },
  { "given-name|family-name|npn", "Tom|Agency|1", "given-name=Tom|family-name=Agency|npn=1", "" },
  { "name|type|npn", "Sunrise|Business Entity|1", "npn=1|agency=Sunrise|organisation", "~organisation" },
  { "given-name|family-name|type|agency", "||Agency|Sunrise", "agency=Sunrise|organisation", "~organisation" },
  { "given-name|family-name|type|npn", "Ana|Lindqvist|Agency|1", "given-name=Ana|family-name=Lindqvist|npn=1", "!type-unknown@2" },
  { "name|phone", "Sunrise Insurance Services|123-45-6789", "agency=Sunrise Insurance Services|organisation", "!ssn-value@1 ~organisation" },
  /* NPNs */
  { "family-name|npn", "Berg|=\"12345678\"", "family-name=Berg|npn=12345678", "formula-text@1" },
  { "family-name|npn", "Berg| =\"12345678\"", "family-name=Berg|npn=12345678", "formula-text@1" },
  { "family-name|npn", "Berg|=\"123456789\"", "family-name=Berg|npn=123456789", "ssn-shaped@1" },
  { "family-name|npn", "=Berg|1", "family-name==Berg|npn=1", "formula-name@0>Berg" },
  { "name|npn", "+Ana Berg|1", "given-name=+Ana|family-name=Berg|npn=1", "formula-name@0>Ana Berg" },
  { "family-name|npn", "@Berg|1", "family-name=@Berg|npn=1", "formula-name@0>Berg" },
  { "family-name|npn", "Be\001rg|1\0332", "family-name=Berg|npn=12", "control-characters@0 control-characters@1" },
  { "family-name|npn", "Berg\xc2\x90|1", "family-name=Berg|npn=1", "control-characters@0" },
  { "family-name|npn|county", "Berg|1|\tHennepin\r\n", "family-name=Berg|npn=1|county=Hennepin", "" },
  { "family-name|npn|agency", "Berg|1|@Home", "family-name=Berg|npn=1|agency=@Home", "" },
  { "family-name|npn", "Berg|12345678.0", "family-name=Berg", "!npn-damaged@1>12345678" },
  { "family-name|npn", "Berg|0.0", "family-name=Berg", "!npn-form@1" },
  { "family-name|npn", "Berg|1.2345678E7", "family-name=Berg", "!npn-damaged@1>12345678" },
  { "family-name|npn", "Berg|1.2345678E+07", "family-name=Berg", "!npn-damaged@1>12345678" },
  { "family-name|npn", "Berg|1,2345678e+007", "family-name=Berg", "!npn-damaged@1>12345678" },
  { "family-name|npn", "Berg|1.23457E+07", "family-name=Berg", "!npn-damaged@1" },
  { "family-name|npn", "Berg|1.234567E7", "family-name=Berg", "!npn-damaged@1" },
  { "family-name|npn", "Berg|1.23456789E7", "family-name=Berg", "!npn-damaged@1" },
  { "family-name|npn", "Berg|1E7", "family-name=Berg", "!npn-damaged@1" },
  { "family-name|npn", "Berg|12345678.00", "family-name=Berg", "!npn-damaged@1>12345678" },
  { "family-name|npn", "Berg|12,345,678", "family-name=Berg", "!npn-damaged@1>12345678" },
  { "family-name|npn", "Berg|1234,5678", "family-name=Berg", "!npn-form@1" },
  { "family-name|npn", "Berg|0012345678", "family-name=Berg", "!npn-form@1>12345678" },
  { "family-name|npn", "Berg|NPN: 12345678", "family-name=Berg", "!npn-form@1>12345678" },
  { "family-name|npn", "Berg|#12345678", "family-name=Berg", "!npn-form@1>12345678" },
  { "family-name|npn", "Berg|1234567O", "family-name=Berg", "!letter-for-digit@1>12345670" },
  { "family-name|npn", "Berg|12O45O78", "family-name=Berg", "!letter-for-digit@1>12045078" },
  { "family-name|npn", "Berg|O2345678", "family-name=Berg", "!npn-form@1" },
  { "family-name|npn", "Berg|POLO1234", "family-name=Berg", "!npn-form@1" },
  { "family-name|npn", "Berg|12345678901", "family-name=Berg", "!npn-form@1" },
  { "family-name|npn|email", "Berg|0|ana@example.org", "family-name=Berg|email=ana@example.org", "" },
  { "family-name|npn|email", "Berg|00000000|ana@example.org", "family-name=Berg|email=ana@example.org", "" },
  { "family-name|npn|email", "Berg|NULL|ana@example.org", "family-name=Berg|email=ana@example.org", "" },
  { "family-name|npn", "Berg|-", "family-name=Berg", "!no-identifier" },
  /* social security numbers */
  { "family-name|npn", "Berg|123456789", "family-name=Berg|npn=123456789", "ssn-shaped@1" },
  { "family-name|npn", "Berg|123-45-6789", "family-name=Berg", "!ssn-value@1" },
  { "family-name|npn|licence-number", "Berg|1|１２３－４５－６７８９", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "family-name|npn|licence-number", "Berg|1|１２３４５６７８９", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "family-name|npn|county", "Berg|1|١٢٣-٤٥-٦٧٨٩", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "family-name|given-name|npn|county|languages", "@SUM(A1)|=CMD|1|@SUM(A1)|@SUM(B2), HMONG", "given-name==CMD|family-name=@SUM(A1)|npn=1|county=@SUM(A1)|languages=@SUM(B2); Hmong", "formula-name@0>SUM(A1) formula-name@1>CMD" },
  { "family-name|npn|county", "Berg|1|123456789", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "family-name|npn|county", "Berg|1|Hennepin; 123456789", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "family-name|npn|languages", "Berg|1|123_45_6789", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "family-name|npn|agency", "Berg|1|R 219099999", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "family-name|npn|status", "Berg|1|SSN 123456789", "family-name=Berg|npn=1", "!ssn-value@2" },
  { "npn|family-name", "1|Berg 123-456789", "npn=1", "!ssn-value@1" },
  { "family-name|npn|agency", "Berg|1|NPN 123456789", "family-name=Berg|npn=1|agency=NPN 123456789", "" },
  { "name|npn", "eve10@example.org|1", "npn=1", "!name-form@0" },
  { "name|npn", "651-555-0210|1", "npn=1", "!name-form@0" },
  { "family-name|given-name|npn", "Berg|(651) 555-0210|1", "family-name=Berg|npn=1", "!name-form@1" },
  { "family-name|npn|ssn", "Berg|1|6789", "family-name=Berg|npn=1", "!ssn-column@2" },
  { "family-name|npn|ssn", "Berg|1|", "family-name=Berg|npn=1", "" },
  { "family-name|npn|status", "Berg|1|was 123-45-6789", "family-name=Berg|npn=1", "!ssn-value@2" },
  /* other identifiers */
  { "family-name|npn|licence-number", "Berg|1|00040217", "family-name=Berg|npn=1|licence-number=00040217", "" },
  { "family-name|assister-id", "Berg|ab12cd34e", "family-name=Berg|assister-id=AB12CD34E", "" },
  { "family-name|npn|licence-number", "Berg|1|4.0217456E7", "family-name=Berg|npn=1", "licence-number-damaged@2>40217456" },
  { "family-name|npn|licence-number", "Berg|1|4.02E+07", "family-name=Berg|npn=1", "licence-number-damaged@2" },
  { "family-name|npn|licence-number", "Berg|1|0040217.0", "family-name=Berg|npn=1", "licence-number-damaged@2>0040217" },
  { "family-name|npn|licence-number", "Berg|1|40217.5", "family-name=Berg|npn=1|licence-number=40217.5", "" },
  { "family-name|training-id", "Berg|40217.0", "family-name=Berg", "!training-id-form@1>40217" },
  { "family-name|admin-id|npn", "Berg|30303.00|1", "family-name=Berg|npn=1", "!admin-id-form@1>30303" },
  { "family-name|npn|licence-number", "Berg|1|IL-402E7", "family-name=Berg|npn=1|licence-number=IL-402E7", "" },
  { "family-name|training-id", "Berg|4.0217E4", "family-name=Berg", "!training-id-form@1>40217" },
  { "family-name|assister-id", "Berg|4.02174562E8", "family-name=Berg", "!assister-id-form@1" }, /* nine digits are not proposed */
  { "family-name|assister-id", "Berg|ab12", "family-name=Berg", "!assister-id-form@1" },
  { "family-name|training-id", "Berg|tr40217", "family-name=Berg|training-id=TR40217", "" },
  { "family-name|admin-id|email", "Berg|x-1|a@example.org", "family-name=Berg|email=a@example.org", "!admin-id-form@1" },
  /* e-mail */
  { "family-name|email", "Berg|Ana@Example.ORG", "family-name=Berg|email=Ana@example.org", "" },
  { "family-name|email", "Berg|Ana <ana@example.org>", "family-name=Berg", "!email-form@1>ana@example.org" },
  { "family-name|email", "Berg|mailto:ana@example.org", "family-name=Berg", "!email-form@1>ana@example.org" },
  { "family-name|email", "Berg|ana@example.org; pao@example.org", "family-name=Berg", "!email-form@1>ana@example.org" },
  { "family-name|email", "Berg|ana@example.org.", "family-name=Berg", "!email-form@1>ana@example.org" },
  { "family-name|email", "Berg|ana", "family-name=Berg", "!email-form@1" },
  { "family-name|email|npn", "Berg|none|1", "family-name=Berg|npn=1", "" },
  /* phones */
  { "family-name|npn|phone", "Berg|1|877 .904.1713", "family-name=Berg|phone=(877) 904-1713|npn=1|written=877 .904.1713", "" },
  { "family-name|npn|phone", "Berg|1|(612) 555-0142", "family-name=Berg|phone=(612) 555-0142|npn=1", "" },
  { "family-name|npn|phone", "Berg|1|1-612-555-0142 x7", "family-name=Berg|phone=(612) 555-0142 ext. 7|npn=1|written=1-612-555-0142 x7", "" },
  { "family-name|npn|phone", "Berg|1|612-555-0142; 651-555-0143", "family-name=Berg|phone=(612) 555-0142|other-phone=(651) 555-0143|npn=1|written=612-555-0142; 651-555-0143", "" },
  { "family-name|npn|phone", "Berg|1|612-555-0142 / 651-555-0143 or 218.555.0144",
    "family-name=Berg|phone=(612) 555-0142|other-phone=(651) 555-0143; (218) 555-0144|npn=1|written=612-555-0142 / 651-555-0143 or 218.555.0144", "" },
  { "family-name|npn|phone|phone|other-phone", "Berg|1|6125550142|6125550143|6125550142",
    "family-name=Berg|phone=(612) 555-0142|other-phone=(612) 555-0143|npn=1|written=6125550142", "" },
  { "family-name|npn|phone|phone", "Berg|1|555-0142|6125550143", "family-name=Berg|phone=(612) 555-0143|npn=1|written=6125550143", "phone-form@2" },
  { "family-name|npn|phone|phone", "Berg|1||6125550143", "family-name=Berg|phone=(612) 555-0143|npn=1|written=6125550143", "" },
  { "family-name|npn|other-phone|phone", "Berg|1|6125550142|6125550143", "family-name=Berg|phone=(612) 555-0143|other-phone=(612) 555-0142|npn=1|written=6125550143", "" },
  { "family-name|npn|other-phone|phone", "Berg|1|6125550142|", "family-name=Berg|phone=(612) 555-0142|npn=1", "" },
  { "family-name|npn|phone", "Berg|1|612-555-0142, call evenings", "family-name=Berg|phone=(612) 555-0142|npn=1|written=612-555-0142, call evenings", "" },
  { "family-name|npn|phone", "Berg|1|612-555-0142; 555-0143", "family-name=Berg|phone=(612) 555-0142|npn=1|written=612-555-0142; 555-0143", "phone-form@2" },
  { "family-name|npn|phone", "Berg|1|612-555-O142", "family-name=Berg|npn=1", "letter-for-digit@2>(612) 555-0142" },
  { "family-name|npn|phone", "Berg|1|612-555-CALL", "family-name=Berg|npn=1", "phone-form@2" },
  { "family-name|npn|phone", "Berg|1|000-000-0000", "family-name=Berg|npn=1", "" },
  { "family-name|npn|phone", "Berg|1|N/A", "family-name=Berg|npn=1", "" },
  /* what a person does and where */
  { "family-name|npn|type", "Berg|1|Agent/Broker", "family-name=Berg|npn=1|type=broker", "" },
  { "family-name|npn|type", "Berg|1|Navigator; CAC", "family-name=Berg|npn=1|type=navigator; cac", "" },
  { "family-name|npn|type", "Berg|1|", "family-name=Berg|npn=1", "no-type" },
  { "family-name|npn|type", "Berg|1|Wizard", "family-name=Berg|npn=1", "!type-unknown@2" },
  { "family-name|npn|county", "Berg|1|HENNEPIN COUNTY", "family-name=Berg|npn=1|county=Hennepin", "" },
  { "family-name|npn|county", "Berg|1|Hennepin County; Ramsey", "family-name=Berg|npn=1|county=Hennepin; Ramsey", "" },
  { "family-name|npn|county", "Berg|1|Hennepin, MN", "family-name=Berg|npn=1|county=Hennepin", "" },
  { "family-name|npn|county", "Berg|1|LAKE OF THE WOODS", "family-name=Berg|npn=1|county=Lake of the Woods", "" },
  { "family-name|npn|languages", "Berg|1|English, SPANISH and ASL", "family-name=Berg|npn=1|languages=English; Spanish; ASL", "" },
  { "family-name|npn|languages|languages|languages", "Berg|1|English||Hmong; english", "family-name=Berg|npn=1|languages=English; Hmong", "" },
  /* status and days */
  { "family-name|npn|status", "Berg|1|  ACTIVE ", "family-name=Berg|npn=1|status=ACTIVE", "" },
  { "family-name|npn|status", "Berg|1|NULL", "family-name=Berg|npn=1", "" },
  { "family-name|npn|status", "Berg|1|Pending", "family-name=Berg|npn=1|status=Pending", "" },
  { "family-name|npn|certified-on|certified-through", "Berg|1|2026-01-15|31-OCT-26 12.00.00", "family-name=Berg|npn=1|certified-on=2026-01-15|certified-through=2026-10-31", "" },
  { "family-name|npn|licence-expires", "Berg|1|46326", "family-name=Berg|npn=1", "!date-serial@2>2026-10-31" },
  { "family-name|npn|licence-expires", "Berg|1|46326.75", "family-name=Berg|npn=1", "!date-serial@2>2026-10-31" },
  { "family-name|npn|licence-expires", "Berg|1|20270931", "family-name=Berg|npn=1", "!date-form@2" },
  { "family-name|npn|licence-expires", "Berg|1|2027-02-31", "family-name=Berg|npn=1", "!date-form@2" },
  { "family-name|npn|certified-on", "Berg|1|99999999", "family-name=Berg|npn=1", "!date-form@2" },
  { "family-name|npn|licence-expires", "Berg|1|03/04/2026", "family-name=Berg|npn=1", "!date-ambiguous@2" },
  { "family-name|npn|licence-expires", "Berg|1|next spring", "family-name=Berg|npn=1", "!date-form@2" },
  { "family-name|npn|licence-expires", "Berg|1|00/00/0000", "family-name=Berg|npn=1", "" },
  { "family-name|npn|status|licence-expires", "Berg|1|Active|2026-05-31", "family-name=Berg|npn=1|licence-expires=2026-05-31|status=Active", "active-but-expired" },
  { "family-name|npn|status|certified-through", "Berg|1|ACTIVE|2026-05-31", "family-name=Berg|npn=1|status=ACTIVE|certified-through=2026-05-31", "active-but-expired" },
  { "family-name|npn|status|ended-on", "Berg|1|ACTIVE|2026-06-01", "family-name=Berg|npn=1|status=ACTIVE|ended-on=2026-06-01", "active-but-expired" },
  { "family-name|npn|status|ended-on", "Berg|1|ACTIVE|2026-06-02", "family-name=Berg|npn=1|status=ACTIVE|ended-on=2026-06-02", "" },
  { "family-name|npn|ended-on", "Berg|1|12/31/9999", "family-name=Berg|npn=1", "~no-end@2" },
  { "family-name|npn|ended-on", "Berg|1|left", "family-name=Berg|npn=1", "!date-form@2" },
  { "family-name|npn|status|certified-through", "Berg|1|Active|2026-06-01", "family-name=Berg|npn=1|status=Active|certified-through=2026-06-01", "" },
  { "family-name|npn|status|certified-through", "Berg|1|Expired|2026-05-31", "family-name=Berg|npn=1|status=Expired|certified-through=2026-05-31", "" },
  /* the rest */
  { "family-name|ignore|npn", "Berg|123-45-6789|1", "family-name=Berg|npn=1", "" },
  { "family-name|npn|agency", "Berg|1|unknown", "family-name=Berg|npn=1", "" },
};

static const GDate *
get_today (void)
{
  static GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, 6, 2026);
  return &today;
}

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static char *
describe_row (const MusterImportRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint field = MUSTER_FIELD_GIVEN_NAME; field < MUSTER_N_FIELDS; field++)
    {
      g_autofree char *value = muster_import_row_dup (row, field);

      if (value != NULL)
        g_string_append_printf (text, "%s%s=%s", text->len > 0 ? "|" : "", muster_import_field_to_code (field), value);
    }
  if (row->person.phone_written != NULL)
    g_string_append_printf (text, "|written=%s", row->person.phone_written);
  if (row->names_in_capitals)
    g_string_append (text, "|in-capitals");
  if (row->is_organisation)
    g_string_append (text, "|organisation");
  return g_string_free_and_steal (text);
}

static char *
describe_findings (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MusterFinding *finding = findings->pdata[i];

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", finding->is_error ? "!" : finding->is_note ? "~"
                                                                                                           : "",
                              finding->rule);
      if (finding->column_index >= 0)
        g_string_append_printf (text, "@%d", finding->column_index);
      if (finding->fix != NULL)
        g_string_append_printf (text, ">%s", finding->fix);
    }
  return g_string_free_and_steal (text);
}

/* What a row of a test is made of */
typedef struct
{
  char **codes;
  char **cells;
  MusterImportField *fields;
  MusterImportReading reading;
} Row;

static void
row_init (Row *row, const char *fields, const char *cells)
{
  row->codes = g_strsplit (fields, "|", -1);
  row->cells = g_strsplit (cells, "|", -1);
  row->reading = (MusterImportReading) { .headers = (const char *const *) row->codes, .n = g_strv_length (row->codes), .today = get_today () };
  g_assert_cmpuint (g_strv_length (row->cells), ==, row->reading.n);
  row->fields = g_new0 (MusterImportField, row->reading.n);
  row->reading.fields = row->fields;
  for (guint i = 0; i < row->reading.n; i++)
    g_assert_true (muster_import_field_from_code (row->codes[i], &row->fields[i], NULL));
}

static void
row_clear (Row *row)
{
  g_strfreev (row->codes);
  g_strfreev (row->cells);
  g_free (row->fields);
}

static void
assert_reading (const Row *source, const char *kept, const char *said)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
  MusterImportRow row;
  gboolean good = muster_import_row_read (&source->reading, (const char *const *) source->cells, 7, &row, findings);
  g_autofree char *row_text = describe_row (&row), *findings_text = describe_findings (findings);

  g_assert_cmpstr (row_text, ==, kept);
  g_assert_cmpstr (findings_text, ==, said);
  g_assert_cmpint (good, ==, strchr (said, '!') == NULL);
  muster_import_row_clear (&row);
}

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Row row;

      g_test_message ("%s: %s", cases[i].fields, cases[i].cells);
      row_init (&row, cases[i].fields, cases[i].cells);
      assert_reading (&row, cases[i].kept, cases[i].findings);
      row_clear (&row);
    }
}

/* A finding says where, what and which rule; and a proposed fix cures it. */
static void
test_findings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
      g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (free_finding_cb);
      MusterImportRow values;
      Row row;

      g_test_message ("%s: %s", cases[i].fields, cases[i].cells);
      row_init (&row, cases[i].fields, cases[i].cells);
      muster_import_row_read (&row.reading, (const char *const *) row.cells, 7, &values, findings);
      muster_import_row_clear (&values);
      for (guint j = 0; j < findings->len; j++)
        {
          const MusterFinding *finding = findings->pdata[j];

          g_assert_cmpuint (finding->line, ==, 7);
          g_assert_cmpuint (strlen (finding->message), >, 10);
          g_assert_cmpstr (finding->column, ==, finding->column_index >= 0 ? row.codes[finding->column_index] : NULL);
          if (finding->fix != NULL)
            g_set_str (&row.cells[finding->column_index], finding->fix);
        }
      muster_import_row_read (&row.reading, (const char *const *) row.cells, 7, &values, again);
      muster_import_row_clear (&values);
      for (guint j = 0; j < again->len; j++)
        g_assert_null (((MusterFinding *) again->pdata[j])->fix);
      row_clear (&row);
    }
}

/* A social security number is in nothing that is said or kept. */
static void
test_no_ssn_repeated (void)
{
  static const char *const fields[] = { "name", "given-name", "suffix", "email", "phone", "other-phone", "npn", "licence-number", "type", "status", "agency", "certified-on", "county", "languages", "letter-language", "ssn" };
  static const char *const texts[] = { "123-45-6789", "x 123-45-6789 y", "123 45 6789", "１２３－４５－6789" };

  for (guint i = 0; i < G_N_ELEMENTS (fields) * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
      g_autofree char *kept = NULL;
      MusterImportRow values;
      Row row;

      row_init (&row, fields[i % G_N_ELEMENTS (fields)], texts[i / G_N_ELEMENTS (fields)]);
      g_assert_false (muster_import_row_read (&row.reading, (const char *const *) row.cells, 7, &values, findings));
      kept = describe_row (&values);
      g_assert_null (strstr (kept, "6789"));
      for (guint j = 0; j < findings->len; j++)
        {
          const MusterFinding *finding = findings->pdata[j];

          g_assert_null (strstr (finding->message, "6789"));
          g_assert_true (finding->value == NULL || strstr (finding->value, "6789") == NULL);
          g_assert_null (finding->fix);
        }
      muster_import_row_clear (&values);
      row_clear (&row);
    }
}

/* What is kept is in its form already: a check of the person changes nothing, and read from a file again it is the same. */
static void
test_kept_form (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
      g_autoptr (GString) fields = g_string_new ("ignore"), cells = g_string_new (NULL);
      g_autofree char *before = NULL, *after = NULL, *again = NULL;
      MusterImportRow values, second;
      Row row, copy;

      g_test_message ("%s: %s", cases[i].fields, cases[i].cells);
      row_init (&row, cases[i].fields, cases[i].cells);
      if (muster_import_row_read (&row.reading, (const char *const *) row.cells, 7, &values, findings) && !values.is_organisation)
        {
          values.names_in_capitals = FALSE;
          before = describe_row (&values);
          g_assert_true (muster_assister_check (&values.person, NULL));
          after = describe_row (&values);
          g_assert_cmpstr (after, ==, before);

          g_clear_pointer (&values.person.phone_written, g_free);
          for (guint field = MUSTER_FIELD_GIVEN_NAME; field < MUSTER_N_FIELDS; field++)
            {
              g_autofree char *text = muster_import_row_dup (&values, field);

              if (text == NULL)
                continue;
              g_string_append_printf (fields, "|%s", muster_import_field_to_code (field));
              g_string_append_printf (cells, "|%s", text);
            }
          row_init (&copy, fields->str, cells->str);
          g_assert_true (muster_import_row_read (&copy.reading, (const char *const *) copy.cells, 7, &second, findings));
          g_free (before);
          before = describe_row (&values);
          again = describe_row (&second);
          g_assert_cmpstr (again, ==, before);
          muster_import_row_clear (&second);
          row_clear (&copy);
        }
      muster_import_row_clear (&values);
      row_clear (&row);
    }
}

/* Whatever is in the cells, a row is read or rejected with a reason, and nothing is kept that a check would refuse. */
static void
test_any_cells (void)
{
  static const char *const pieces[] = {
    "Ana", "LINDQVIST", ", ", "O'", "-", " ", "Jr.", "CPA", "12345678", "O", "E7", "1.2345678", "@", "example.org", "612-555-0142", "; ", "/", "x7", "2026", "10/15/", "Oct", "NULL",
    "N/A", "LLC", "Agency", "Broker", "123-45-6789", "123456789", "=\"", "\"", "'", "é", "\u2019", "\xc2\xa0", "+", "(", "0", "\t", " dba "
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
      MusterImportField fields[8];
      MusterDateOrder orders[8];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      MusterImportReading reading = { .fields = fields, .n = G_N_ELEMENTS (fields), .date_orders = orders, .today = get_today () };
      g_autoptr (GError) error = NULL;
      MusterImportRow row;
      guint n_errors = 0;
      gboolean good;

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          GString *cell = g_string_new (NULL);

          fields[j] = g_test_rand_int_range (0, MUSTER_N_FIELDS);
          orders[j] = g_test_rand_int_range (0, MUSTER_N_DATE_ORDERS);
          for (guint n = g_test_rand_int_range (0, 6); n > 0; n--)
            g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          g_ptr_array_add (cells, g_string_free_and_steal (cell));
        }
      good = muster_import_row_read (&reading, (const char *const *) cells->pdata, 1, &row, findings);
      for (guint j = 0; j < findings->len; j++)
        n_errors += ((MusterFinding *) findings->pdata[j])->is_error;
      g_assert_cmpint (good, ==, n_errors == 0);
      if (good && !row.is_organisation)
        {
          muster_assister_check (&row.person, &error);
          g_assert_no_error (error);
        }
      muster_import_row_clear (&row);
    }
}

static void
test_orders (void)
{
  const MusterDateOrder month_first[] = { MUSTER_DATE_ORDER_UNKNOWN, MUSTER_DATE_ORDER_UNKNOWN, MUSTER_DATE_ORDER_MONTH_FIRST };
  const MusterDateOrder day_first[] = { MUSTER_DATE_ORDER_UNKNOWN, MUSTER_DATE_ORDER_UNKNOWN, MUSTER_DATE_ORDER_DAY_FIRST };
  Row row;

  row_init (&row, "family-name|npn|licence-expires", "Berg|1|03/04/2027");
  row.reading.date_orders = month_first;
  assert_reading (&row, "family-name=Berg|npn=1|licence-expires=2027-03-04", "");
  row.reading.date_orders = day_first;
  assert_reading (&row, "family-name=Berg|npn=1|licence-expires=2027-04-03", "");
  row_clear (&row);

  row_init (&row, "family-name|npn|licence-expires", "Berg|1|03/31/2027");
  row.reading.date_orders = day_first;
  assert_reading (&row, "family-name=Berg|npn=1", "!date-order@2>2027-03-31");
  row_clear (&row);

  row_init (&row, "family-name|npn|licence-expires", "Berg|1|31.3.27 10:00");
  row.reading.date_orders = month_first;
  assert_reading (&row, "family-name=Berg|npn=1", "!date-order@2>2027-03-31");
  row_clear (&row);

  row_init (&row, "family-name|npn|licence-expires", "Berg|1|31/31/2027");
  row.reading.date_orders = day_first;
  assert_reading (&row, "family-name=Berg|npn=1", "!date-form@2");
  row_clear (&row);
}

static void
test_values (void)
{
  g_autoptr (MusterValueMap) values = muster_value_map_new ();
  Row row;

  muster_value_map_set (values, MUSTER_FIELD_TYPE, "Lic. Agt", "broker");
  muster_value_map_set (values, MUSTER_FIELD_STATUS, "a", "certified");
  muster_value_map_set (values, MUSTER_FIELD_STATUS, "I", NULL);
  muster_value_map_set (values, MUSTER_FIELD_AGENCY, "", "Sunrise");

  row_init (&row, "family-name|npn|type|status|agency", "Berg|1|LIC.  AGT|A|");
  row.reading.values = values;
  assert_reading (&row, "family-name=Berg|npn=1|type=broker|status=certified|agency=Sunrise", "");
  row_clear (&row);

  row_init (&row, "family-name|npn|status|agency", "Berg|1|i|Sunset");
  row.reading.values = values;
  assert_reading (&row, "family-name=Berg|npn=1|agency=Sunset", "");
  row_clear (&row);
}

static void
test_defaults (void)
{
  MusterImportRow constants = { 0 };
  Row row;

  g_assert_true (muster_import_row_set (&constants, MUSTER_FIELD_TYPE, "Navigator", NULL));
  g_assert_true (muster_import_row_set (&constants, MUSTER_FIELD_AGENCY, " Sunrise ", NULL));
  g_assert_true (muster_import_row_set (&constants, MUSTER_FIELD_CERTIFIED_THROUGH, "2026-10-31", NULL));
  row_init (&row, "family-name|npn|agency", "Berg|1|");
  row.reading.defaults = &constants;
  assert_reading (&row, "family-name=Berg|npn=1|type=navigator|certified-through=2026-10-31|agency=Sunrise", "");
  row_clear (&row);

  /* The agency of all is not what makes an organisation of a row that names nobody. */
  row_init (&row, "family-name|npn|agency", "|1|");
  row.reading.defaults = &constants;
  assert_reading (&row, "npn=1|type=navigator|certified-through=2026-10-31|agency=Sunrise", "!no-name");
  row_clear (&row);
  muster_import_row_clear (&constants);
}

static void
test_constants (void)
{
  static const struct
  {
    MusterImportField field;
    const char *text;
    const char *kept; /* %NULL: refused */
  } constants[] = {
    { MUSTER_FIELD_TYPE, "agent", "broker" },
    { MUSTER_FIELD_TYPE, "wizard", NULL },
    { MUSTER_FIELD_AGENCY, "Sunrise Insurance Agency", "Sunrise Insurance Agency" },
    { MUSTER_FIELD_AGENCY, "123-45-6789", NULL },
    { MUSTER_FIELD_COUNTY, "Hennepin County", "Hennepin" },
    { MUSTER_FIELD_LANGUAGES, "English, Hmong", "English; Hmong" },
    { MUSTER_FIELD_STATUS, " Active ", "Active" },
    { MUSTER_FIELD_CERTIFIED_ON, "Oct 15, 2026", "2026-10-15" },
    { MUSTER_FIELD_LICENCE_EXPIRES, "03/04/2026", NULL },
    { MUSTER_FIELD_LICENCE_EXPIRES, "soon", NULL },
    { MUSTER_FIELD_NPN, "1", NULL },
    { MUSTER_FIELD_EMAIL, "ana@example.org", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (constants); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      MusterImportRow row = { 0 };
      gboolean good = muster_import_row_set (&row, constants[i].field, constants[i].text, &error);

      g_test_message ("%s", constants[i].text);
      kept = muster_import_row_dup (&row, constants[i].field);
      g_assert_cmpint (good, ==, constants[i].kept != NULL);
      g_assert_cmpstr (kept, ==, constants[i].kept);
      g_assert_cmpint (error == NULL, ==, good);
      if (good)
        {
          g_autofree char *nothing = NULL;

          g_assert_true (muster_import_row_set (&row, constants[i].field, "", NULL));
          nothing = muster_import_row_dup (&row, constants[i].field);
          g_assert_null (nothing);
        }
      muster_import_row_clear (&row);
    }
}

static void
test_copy (void)
{
  Row source;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
  g_autofree char *before = NULL, *after = NULL;
  MusterImportRow row, copy;

  row_init (&source, "name|npn|phone|status|agency|certified-on", "LINDQVIST, ANA|1|6125550142/6125550143|Active|Sunrise|2026-01-02");
  muster_import_row_read (&source.reading, (const char *const *) source.cells, 1, &row, findings);
  before = describe_row (&row);
  muster_import_row_copy (&row, &copy);
  muster_import_row_clear (&row);
  after = describe_row (&copy);
  g_assert_cmpstr (after, ==, before);
  muster_import_row_clear (&copy);
  row_clear (&source);
}

/* name: family, given; the row as a file has it, the person as the register has it */
static void
test_merge (void)
{
  static const struct
  {
    const char *fields;
    const char *register_cells;
    const char *file_cells;
    gboolean changed;
  } merges[] = {
    { "given-name|family-name|npn", "Ana|Lindqvist|1", "ANA|LINDQVIST|1", FALSE },
    { "given-name|family-name|npn", "Ana|Lindqvist|1", "ana|lindqvist|1", FALSE },
    { "given-name|family-name|npn", "DeAndre|MacDonald|1", "DEANDRE|MACDONALD|1", FALSE },
    { "given-name|family-name|npn", "Mary|O'Brien|1", "Mary|O’Brien|1", FALSE },
    { "given-name|family-name|npn", "Mary|O'Brien|1", "MARY|O'BRIEN|1", FALSE },
    { "given-name|family-name|npn", "Ana|LindQvist|1", "Ana|Lindqvist|1", TRUE },
    { "given-name|family-name|npn", "Jose|Berg|1", "José|Berg|1", TRUE },
    { "given-name|family-name|npn", "Jane|Berg|1", "J.|Berg|1", FALSE }, /* says less */
    { "given-name|family-name|npn", "Jane|Berg|1", "J|B.|1", FALSE },
    { "given-name|family-name|npn", "J.|Berg|1", "Jane|Berg|1", TRUE },
    { "given-name|family-name|npn", "Bill|Berg|1", "W.|Berg|1", TRUE },
    { "given-name|middle-name|family-name|npn", "Jane|Marie|Berg|1", "Jane|M|Berg|1", FALSE },
    { "family-name|npn|email", "Berg|1|ana@example.org", "Berg|1|ANA@example.org", FALSE },
    { "family-name|npn|phone", "Berg|1|612-555-0142", "Berg|1|612.555.0142", FALSE },
    { "family-name|npn|phone", "Berg|1|612-555-0142", "Berg|1|612.555.0143", TRUE },
    { "family-name|npn|phone", "Berg|1|612-555-0142", "Berg|1|612-555-0142 / 612-555-0143", TRUE },
    { "family-name|npn|phone", "Berg|1|612-555-0142", "Berg|1|", FALSE },
    { "family-name|npn|county", "Berg|1|Hennepin", "Berg|1|HENNEPIN COUNTY", FALSE },
    { "family-name|npn|languages", "Berg|1|English; Hmong", "Berg|1|ENGLISH, HMONG", FALSE },
    { "family-name|npn|status|certified-on", "Berg|1|Active|2026-01-01", "Berg|1|Inactive|2026-02-01", FALSE }, /* evidence, no values of a person */
  };

  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
      MusterImportRow known, told;
      Row source;

      g_test_message ("%s: %s", merges[i].register_cells, merges[i].file_cells);
      row_init (&source, merges[i].fields, merges[i].register_cells);
      g_assert_true (muster_import_row_read (&source.reading, (const char *const *) source.cells, 1, &known, findings));
      row_clear (&source);
      row_init (&source, merges[i].fields, merges[i].file_cells);
      g_assert_true (muster_import_row_read (&source.reading, (const char *const *) source.cells, 1, &told, findings));
      row_clear (&source);
      g_assert_cmpint (muster_import_row_merge (&told, &known.person), ==, merges[i].changed);
      /* The same file twice changes nothing. */
      g_assert_false (muster_import_row_merge (&told, &known.person));
      muster_import_row_clear (&known);
      muster_import_row_clear (&told);
    }
}

static void
test_written_phone_follows (void)
{
  MusterImportRow told = { 0 };
  g_autoptr (MusterAssister) person = muster_assister_new ();

  told.person.phone = g_strdup ("(612) 555-0143");
  told.person.phone_written = g_strdup ("612.555.0143");
  person->family_name = g_strdup ("Berg");
  person->npn = g_strdup ("1");
  person->phone = g_strdup ("(612) 555-0142");
  person->phone_written = g_strdup ("612 555 0142");
  g_assert_true (muster_import_row_merge (&told, person));
  g_assert_cmpstr (person->phone_written, ==, "612.555.0143");
  g_assert_true (muster_assister_check (person, NULL));
  g_assert_cmpstr (person->phone_written, ==, "612.555.0143");

  g_set_str (&person->phone, "612-555-0199");
  g_assert_true (muster_assister_check (person, NULL));
  g_assert_null (person->phone_written);
  muster_import_row_clear (&told);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/import-row/any-cells", test_any_cells);
  g_test_add_func ("/domain/import-row/constants", test_constants);
  g_test_add_func ("/domain/import-row/copy", test_copy);
  g_test_add_func ("/domain/import-row/defaults", test_defaults);
  g_test_add_func ("/domain/import-row/findings", test_findings);
  g_test_add_func ("/domain/import-row/kept-form", test_kept_form);
  g_test_add_func ("/domain/import-row/merge", test_merge);
  g_test_add_func ("/domain/import-row/no-ssn-repeated", test_no_ssn_repeated);
  g_test_add_func ("/domain/import-row/orders", test_orders);
  g_test_add_func ("/domain/import-row/read", test_read);
  g_test_add_func ("/domain/import-row/values", test_values);
  g_test_add_func ("/domain/import-row/written-phone-follows", test_written_phone_follows);
  return g_test_run ();
}
