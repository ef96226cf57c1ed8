@echo off
chcp 65001 >nul
cd /d "%~dp0app"
set CCHC_DATA_DIR=%~dp0du-lieu
set CCHC_KEY_FILE=%~dp0khoa\journal.key
start "" http://127.0.0.1:8501
..\python\python.exe -m streamlit run app.py
pause
