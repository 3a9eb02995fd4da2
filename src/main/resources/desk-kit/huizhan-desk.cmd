@echo off
rem Starts the desk of this folder, and opens it in the browser. HUIZHAN_DATA names another folder for its material.
chcp 65001 >nul
setlocal
set "DATA=%~dp0desk-data"
if defined HUIZHAN_DATA set "DATA=%HUIZHAN_DATA%"
set "BROWSER=--browser"
if defined HUIZHAN_NO_BROWSER set "BROWSER="
"%~dp0runtime\bin\java.exe" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true -Xmx1g @OPTIONS@ -jar "%~dp0app\huizhan.jar" serve --zone desk --port 0 --data "%DATA%" %BROWSER% %*
if errorlevel 1 pause
