@echo off
chcp 65001 >nul
cd /d "%~dp0"
if not exist python\python.exe (
  echo Chua co thu muc python. Xem DOC-TRUOC.txt, muc 1.
  pause
  exit /b 1
)
for %%f in (wheels\pip-*.whl) do set PIP=%%f
(echo python311.zip& echo .& echo ..\lib& echo ..\app& echo import site)> python\python311._pth
python\python.exe "%PIP%/pip" install --no-index --find-links wheels --require-hashes --target lib --upgrade -r app\requirements.txt
if errorlevel 1 (
  echo Cai dat khong thanh. Giu nguyen cua so nay va bao quan tri.
  pause
  exit /b 1
)
echo Da cai dat xong. Chay tep "Chay.bat".
pause
