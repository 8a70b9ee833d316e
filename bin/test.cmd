@echo off
setlocal
cd /d "%~dp0.."
call bin\lib\java.cmd || exit /b 1
call mvnw.cmd -B --no-transfer-progress verify %*
