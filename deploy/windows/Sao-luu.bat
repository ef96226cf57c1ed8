@echo off
chcp 65001 >nul
cd /d "%~dp0"
for /f %%d in ('powershell -NoProfile -Command "Get-Date -Format yyyyMMdd-HHmmss"') do set NGAY=%%d
echo Dong cua so Chay.bat truoc khi sao luu.
pause
robocopy du-lieu "sao-luu\%NGAY%" /E /R:1 /W:1 /NP
if errorlevel 8 (
  echo Sao luu KHONG thanh.
  pause
  exit /b 1
)
echo Da sao luu vao sao-luu\%NGAY%. Chep thu muc do ra o khac.
pause
