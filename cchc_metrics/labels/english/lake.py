"""A store that several servers share, in English."""

from cchc_metrics.labels.texts.lake import LakeTexts

LAKE = LakeTexts(
    busy="Another server is writing. Try again in a few minutes.",
    overtaken="Another server wrote first, so nothing was stored. Preview again, then store.",
    not_written="PostgreSQL could not write the journal line, so nothing was stored. Check the PostgreSQL server.",
    unknown=(
        "The connection to PostgreSQL broke while the journal was written; whether this entry was stored is not known. "
        "Store it again once there is a connection; an entry that was stored is not stored twice."
    ),
    unreachable="PostgreSQL or the shared files cannot be reached. Check the network and the servers.",
    changed="The last line of the journal in PostgreSQL is not as it was written. Run verify to compare.",
    no_bucket="The object store {place} cannot be used ({reason}). Check its address, key and network.",
    no_s3_file="CCHC_S3_FILE is not set, so the address and the key of the object store are not known.",
    s3_unreadable="The file {file} about the object store is wrong at {what}. Follow deploy/s3.toml.",
    files_failed=(
        "The shared folder or object store could not be written, so nothing was stored. Check the network and its room."
    ),
    no_folder="There is no shared folder {folder}. Check whether the network drive is mounted.",
    no_parquet=("A shared Parquet file does not read. Check the place; if the file is lost, run rebuild."),
    no_packages="The packages of a shared store are not installed. Install requirements-many.txt.",
    not_empty="The target holds {count} entries already, so nothing was moved. Choose an empty one.",
    folder_not_empty="The folder {folder} is not empty, so nothing was moved. Choose an empty one.",
    not_the_same="What arrived is not what was sent. Do not use the target; run verify at the source.",
    only_shared="A store in a folder needs no compaction.",
    help_migrate="move the store between a folder and a store that several servers share (CCHC_DATABASE)",
    help_direction="in: from a folder into the shared store; out: from the shared store into an empty folder",
    help_folder="the data folder",
    help_compact="make few files of the many small ones of a shared store and clear away what is no longer used",
    moved="{entries} entries moved; the checksum is the same in both places: {checksum}.",
    needs_lake="CCHC_DATABASE and CCHC_LAKE_DIR are not set, so there is no shared store to move to or from.",
    compacted="Parquet files: {before} → {after}; {cleared} archived files that no entry names were deleted.",
    files_there="The shared place holds {count} files of another store, so nothing was moved. Name an empty one.",
    lost=(
        "The archive holds entries behind entry {seq} and nothing of entry {seq}, so nothing was written. Restore a "
        "backup into a new store with restore."
    ),
    forks=(
        "The archive holds two different change sets of entry {seq} and none that follows, so nothing was written. "
        "Restore a backup into a new store with restore."
    ),
    redactions_unknown=(
        "A redaction made after this backup is not made again in the new store; make it again before use."
    ),
    not_here=(
        "A redaction writes all history anew, so it cannot be done on a store that servers are using. Move it into a "
        "folder with migrate-store, redact there, and move it into a new store."
    ),
)
