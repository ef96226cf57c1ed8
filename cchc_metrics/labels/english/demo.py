"""The try-out, in English."""

from cchc_metrics.labels.texts.demo import DemoTexts

DEMO = DemoTexts(
    mark="ILLUSTRATIVE DATA",
    strip="Try-out: the units, reports and reported figures here are illustrative and belong to no office.",
    folder_is_illustrative=(
        "The folder {folder} is a try-out with illustrative data and is not opened as real data. Run “make demo”, or "
        "choose another data folder."
    ),
    folder_is_real=(
        "The folder {folder} holds real data and is not opened as a try-out. Choose an empty folder for the try-out."
    ),
    needs_mark=(
        "This is the try-out: it accepts only reports on blank forms marked “ILLUSTRATIVE DATA” that were downloaded "
        "from it. Submit real reports to the real system."
    ),
    help_demo="build the illustrative office in the try-out folder (needs CCHC_DEMO=1)",
    help_on="the day for which the try-out is built, as YEAR-MONTH-DAY; today by default",
    only_in_demo="This command works only in the try-out. Use “make demo”, or set CCHC_DEMO=1 and a folder of its own.",
    built="Try-out in {folder}: illustrative units {units}, illustrative reports {reports}.",
    unit_names={
        "MH-A": ("Division A (illustrative)", "Division A (ill.)"),
        "MH-B": ("Specialist Division B (illustrative)", "Division B (ill.)"),
        "MH-C": ("Specialist Division C (illustrative)", "Division C (ill.)"),
        "MH-D": ("Division D, province-wide monitoring (illustrative)", "Division D (ill.)"),
        "MH-E": ("Board E, receiving citizens (illustrative)", "Board E (ill.)"),
        "MH-G": ("Centre G, one-stop service (illustrative)", "Centre G (ill.)"),
        "MH-H": ("Centre H, technology (illustrative)", "Centre H (ill.)"),
    },
    head="Head of {letter} (illustrative)",
    head_title="Head of unit",
    reporter="Officer of {letter} (illustrative)",
    compiler="Compiling officer (illustrative)",
    settings={
        "noi-ban-hanh-tren": "ILLUSTRATIVE DATA",
        "noi-ban-hanh": "Illustrative Office",
        "dia-danh": "Illustration",
        "hinh-thuc-ky": "TL.",
        "chuc-vu-ky": "Illustrative signatory",
        "nguoi-ky": "Illustrative Name",
        "ky-hieu-cong-van": "VPMH-MHA",
        "ky-hieu-bao-cao": "BC-VPMH",
        "noi-nhan-cong-van": "As above|Archives: VT, MH-A",
        "noi-nhan": "Illustrative recipient|Archives: VT, MH-A",
        "kinh-gui-bao-cao": "Illustrative Department",
        "so-ngay-bo-sung": "3",
        "doi-han-ngay-nghi": "next",
    },
    narratives={
        "ket-qua": "[{mark}] The unit carried out task {task} as planned in the period.",
        "ton-tai": "[{mark}] Some work is behind the plan.",
        "ky-toi": "[{mark}] Continue task {task} and catch up on what is behind.",
    },
    evidence="[ILLUSTRATIVE DATA] Topical report attached",
    nil_reason="[ILLUSTRATIVE DATA] Nothing to report in the period",
    returned={
        "4.10": "The number of letters of apology does not match the unit's late files. Check again.",
        "4.ton-tai": "State why files are overdue.",
    },
    returned_reason="Add the causes of delay and check the number of letters of apology.",
    soft_reason="[ILLUSTRATIVE DATA] One letter of apology was sent for all files",
    extension_reason="[ILLUSTRATIVE DATA] Moving to another building",
    allowed_by="Leader of the Office (illustrative)",
    plan_items=(
        ("Review and publish administrative procedures", "Review report", 3, "MH-D", 100.0, "5"),
        ("Settle files on time through the electronic one-stop service", "Logbook", 6, "MH-B", 100.0, "4"),
        ("Inform the public about administrative reform", "News items", 9, "MH-A", 60.0, "3"),
        ("Extend cashless payment", "Report on results", 11, "MH-G", 40.0, "7"),
        ("Receive citizens and handle petitions", "Report on results", 12, "MH-E", None, "6"),
    ),
    step_catalogue="Setting up illustrative units and due dates",
    step_period="Submitting illustrative reports for {period}",
    file_stem="ILLUSTRATIVE-DATA",
)
