"""Why a file cannot be read."""

from cchc_metrics.labels.texts.reading import ReadingTexts

READING = ReadingTexts(
    is_empty="The file “{file}” is empty. Check the original and upload it again.",
    is_html=(
        "The file “{file}” is really a web page (HTML), not a workbook. Open it in Excel, save it as “Excel Workbook "
        "(.xlsx)” and upload the new file."
    ),
    is_xml=(
        "The file “{file}” is really an XML file, not a workbook. Open it in Excel, save it as “Excel Workbook "
        "(.xlsx)” and upload the new file."
    ),
    is_word=(
        "The file “{file}” is really a Word document, not a workbook. Copy the table into the Excel template and "
        "upload that."
    ),
    is_slides=(
        "The file “{file}” is really a slide show, not a workbook. Copy the table into the Excel template and upload "
        "that."
    ),
    is_pdf=(
        "The file “{file}” is really a PDF, not a workbook. Ask the sender for the Excel file, or enter the figures in "
        "the template and upload that."
    ),
    is_rtf=(
        "The file “{file}” is really an RTF document, not a workbook. Copy the table into the Excel template and "
        "upload that."
    ),
    is_image="The file “{file}” is really an image, not a workbook. Enter the figures in the template and upload that.",
    is_archive=(
        "The file “{file}” is really a compressed archive, not a workbook. Unpack it and upload each workbook inside."
    ),
    is_program=(
        "The file “{file}” is really a computer program, not a workbook. Do not open it; tell your IT department."
    ),
    is_encrypted=(
        "The file “{file}” has a password and cannot be read. Open it in Excel, remove the password, save it and "
        "upload it again."
    ),
    is_damaged=(
        "The file “{file}” is damaged or incomplete and cannot be read. Open it in Excel, save it as a new .xlsx file "
        "and upload that, or ask the sender for the file again."
    ),
    is_macro_sheet=(
        "The file “{file}” has an Excel 4.0 macro sheet, a kind often used to spread malware, so the system does not "
        "open it. Copy the table into a new .xlsx file and upload that, and tell your IT department if you do not know "
        "where the file comes from."
    ),
    is_unknown=(
        "The file “{file}” is not a workbook the system can read. Use one of these types: .xlsx, .xlsm, .xls, .xlsb, "
        ".ods, .csv, .parquet."
    ),
    is_parquet_damaged=(
        "The Parquet file “{file}” is damaged or incomplete and cannot be read. Export it again from the program that "
        "made it and upload that, or ask the sender for the file again."
    ),
    is_parquet_encrypted=(
        "The Parquet file “{file}” is encrypted and cannot be read. Export it again without encryption and upload that."
    ),
    over_size="The file “{file}” is {size} MB, over the limit of {limit} MB. Split it and upload the parts one by one.",
    over_unpacked=(
        "The content of the file “{file}” takes {size} MB when opened, more than is allowed (at most {limit} MB, "
        "without unusual compression). Copy the figures into a new file and upload that."
    ),
    over_sheets=(
        "The file “{file}” has {count} sheets, over the limit of {limit}. Remove those not needed and try again."
    ),
    over_rows=(
        "Sheet “{sheet}” of the file “{file}” has {count} rows, over the limit of {limit}. Delete cells far below the "
        "table, or split the file."
    ),
    over_columns=(
        "Sheet “{sheet}” of the file “{file}” has {count} columns, over the limit of {limit}. Delete cells far to the "
        "right of the table and upload it again."
    ),
    over_cells=(
        "Sheet “{sheet}” of the file “{file}” spreads over {count} cells, over the limit of {limit}. Delete cells far "
        "from the table, or split the file."
    ),
    over_parquet_rows=(
        "The Parquet file “{file}” has {count} rows, over the limit of {limit}. Split it and upload the parts one "
        "by one."
    ),
    over_parquet_columns=(
        "The Parquet file “{file}” has {count} columns, over the limit of {limit}. Leave out those not needed and try "
        "again."
    ),
    over_parquet_cells=(
        "The Parquet file “{file}” has {count} cells, over the limit of {limit}. Leave out the columns not needed, or "
        "split the file."
    ),
    over_parquet_memory=(
        "Reading the Parquet file “{file}” takes more than {limit} MB of memory and was stopped. Leave out the columns "
        "not needed, or split the file and upload the parts one by one."
    ),
    over_column_type=(
        "Column “{column}” of the file “{file}” is of type {type}, which is no text, number or day, and cannot be "
        "read. Leave the column out, or export it as a plain column, and upload the file again."
    ),
    over_cell_text=(
        "Column “{column}” of the file “{file}” has a cell of more than {limit} characters and cannot be read. Shorten "
        "that cell or leave the column out and upload the file again."
    ),
    over_memory=(
        "Reading the file “{file}” takes more than {limit} MB of memory and was stopped; the usual cause is a stray "
        "cell very far from the table. Copy the figures into a new file and upload that."
    ),
    over_time=(
        "Reading the file “{file}” took more than {limit} seconds and was stopped. Copy the figures into a new file "
        "and upload that."
    ),
    over_letters=(
        "The character encoding of the file “{file}” was not recognized. Save it as “CSV UTF-8” or .xlsx and upload "
        "the new file."
    ),
    over_quotes=(
        "The file “{file}” has a misplaced double quote near line {line}, so it cannot be split into cells. Open it in "
        "Excel, save it as .xlsx and upload the new file."
    ),
    over_text=(
        "The file “{file}” has a cell of more than {limit} characters near line {line} and was not read further; "
        "usually line breaks were lost or a double quote was not closed. Open it in Excel, save it as .xlsx and upload "
        "the new file."
    ),
)
