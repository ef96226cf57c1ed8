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
    unreachable="PostgreSQL or the shared folder cannot be reached. Check the network and the servers.",
    changed="The last line of the journal in PostgreSQL is not as it was written. Run verify to compare.",
    no_folder="There is no shared folder {folder}. Check whether the network drive is mounted.",
    no_parquet=(
        "A Parquet file in the shared folder does not read. Check the folder; if the file is lost, run rebuild."
    ),
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
    not_here=(
        "This cannot be done on a store that several servers share. Move it into a folder with migrate-store, do it "
        "there, and move it back into a new store."
    ),
)
